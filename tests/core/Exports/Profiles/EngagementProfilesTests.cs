using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Profiles;

public sealed class EngagementProfilesTests
{
    private const string Acme = """
        id: acme.orders
        vendor: Acme
        object: orders
        fact: Sale
        namespace: acme
        signature:
          - [Acme ref]
        columns:
          document: [Acme ref]
          date: [Jour]
          amount: [Total net]
        """;

    private const string Export = "Acme ref;Jour;Total net\nA-1;03/02/2026;12,50\nA-2;04/02/2026;7,50\n";

    [Fact]
    public async Task An_engagements_own_profile_leads_the_products()
    {
        var bench = new ImportBench();
        bench.Blobs[bench.Engagement.Id, "profiles/acme.orders.yaml"] = Encoding.UTF8.GetBytes(Acme);

        var report = await bench.ImportAsync(Export, "orders.csv");

        report.Profile.ShouldBe("acme.orders");
        (await bench.ReadAsync(FactType.Sale)).Sum(sale => sale.GetNumber(SaleFields.Amount)).ShouldBe(20m);
    }

    [Fact]
    public async Task Another_engagements_profile_is_not_seen()
    {
        var bench = new ImportBench();
        bench.Blobs[EngagementId.Parse("other-client"), "profiles/acme.orders.yaml"] = Encoding.UTF8.GetBytes(Acme);

        (await Should.ThrowAsync<OpsException>(() => bench.ImportAsync(Export, "orders.csv"))).Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public async Task A_profile_that_cannot_be_read_is_named_with_its_line_and_nothing_is_imported()
    {
        var bench = new ImportBench();
        bench.Blobs[bench.Engagement.Id, "profiles/acme.orders.yaml"] = Encoding.UTF8.GetBytes(Acme.Replace("fact: Sale", "fact: Sails", StringComparison.Ordinal));

        var failure = await Should.ThrowAsync<OpsException>(() => bench.ImportAsync(Export, "orders.csv"));

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Message.ShouldContain("profiles/acme.orders.yaml");
        failure.Message.ShouldContain("fact");
        (await bench.OpenAsync()).Imports.ShouldBeEmpty();
    }
}
