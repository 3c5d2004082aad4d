using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class ProfileReaderTests
{
    private const string Own = """
        id: acme.orders
        vendor: Acme
        fact: Sale
        signature:
          - [Acme ref]
        columns:
          document: [Acme ref]
          amount: [Net]
        """;

    [Fact]
    public void An_engagement_s_own_profile_leads()
    {
        var catalogue = ProfileCatalogue.Default.With([ProfileReader.Read("acme.yaml", Own)]);
        var mapping = new TableMapper(catalogue, MappedTable.French).Map(MappedTable.Table("Acme ref,Net\nA1,5\n"));
        mapping.Profile.ShouldBe("acme.orders");
        mapping.Fact.ShouldBe(FactType.Sale);
        mapping.KeyNamespace.ShouldBe("acme");
    }

    [Theory]
    [InlineData("id: a\ncolumns: {}\n", "a field `fact`")]
    [InlineData("id: a\nfact: Sale\ncolumns:\n  amuont: [Net]\n", "line 4, field `columns.amuont`")]
    [InlineData("id: a\nfact: Sale\nsignatures: [x]\ncolumns: {}\n", "line 3, field `signatures`")]
    public void Mistakes_say_where_they_are_and_what_was_expected(string yaml, string expected) =>
        Should.Throw<OpsException>(() => ProfileReader.Read("own.yaml", yaml)).Text.En.ShouldContain(expected);

    [Fact]
    public void Every_profile_of_the_product_can_be_found_by_its_id()
    {
        ProfileCatalogue.Default.Profiles.Select(profile => profile.Id).ShouldBeUnique(StringComparer.Ordinal);
        foreach (var id in new[] { "readings", "hubspot.deals", "fec", "generic.deals", "stripe.invoices", "trello.board" })
            ProfileCatalogue.Default.Find(id).ShouldNotBeNull();
        foreach (var fact in Enum.GetValues<FactType>())
            ProfileCatalogue.Default.Profiles.ShouldContain(profile => profile.IsGeneric && profile.Fact == fact);
    }

    [Fact]
    public void An_unknown_profile_is_wrong_usage_and_lists_the_known_ones() =>
        Should.Throw<OpsException>(() => MappedTable.Of("a,b\n1,2\n", profile: "hubspot.dael")).Kind.ShouldBe(FailureKind.WrongUsage);

    [Fact]
    public void A_profile_that_finds_no_column_is_refused() =>
        Should.Throw<OpsException>(() => MappedTable.Of("colour,height\nred,2\n", profile: "hubspot.deals")).Kind.ShouldBe(FailureKind.Refused);
}
