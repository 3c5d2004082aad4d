using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Exports;

public sealed class LostFactsTests
{
    private const string January = "Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,A,closedwon,100,2026-01-05\n";
    private const string February = "Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,A,closedwon,100,2026-01-05\n2,B,closedwon,50,2026-02-05\n";
    private const string Tickets = "Ticket ID,Ticket name,Ticket status,Create date\n1,T,Closed,2026-01-05\n";

    private readonly ImportBench bench = new();

    private async Task<string> ImportAsync()
    {
        await bench.ImportAsync(January, "january.csv", taken: new LocalDate(2026, 1, 31));
        await bench.ImportAsync(Tickets, "tickets.csv");
        await bench.ImportAsync(February, "february.csv", taken: new LocalDate(2026, 2, 28));
        return bench.Blobs.Paths(bench.Engagement.Id).Last(path => path.StartsWith("facts/", StringComparison.Ordinal) && path.Contains("deal", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lost_file_is_refused_with_the_exports_to_import_again(bool missing)
    {
        await LoseAsync(await ImportAsync(), missing);

        var reading = await Should.ThrowAsync<OpsException>(() => bench.ReadAsync(FactType.Deal));
        var importing = await Should.ThrowAsync<OpsException>(() => bench.ImportAsync(February.Replace("50", "60", StringComparison.Ordinal), "march.csv"));

        foreach (var failure in new[] { reading, importing })
        {
            failure.Kind.ShouldBe(FailureKind.Refused);
            failure.Text.En.ShouldContain("import these again, in this order: january.csv (--taken 2026-01-31), february.csv (--taken 2026-02-28)");
            failure.Text.Fr.ShouldContain("réimportez, dans cet ordre\u00a0: january.csv");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Importing_the_same_exports_again_mends_it(bool missing)
    {
        await LoseAsync(await ImportAsync(), missing);

        (await bench.ImportAsync(January, "january.csv", taken: new LocalDate(2026, 1, 31))).AlreadyImported.ShouldBeFalse();
        var deals = (await bench.OpenAsync()).Imports.Where(import => import.Facts.Any(count => count.Type == FactType.Deal)).ToList();
        deals.Select(import => import.File).ShouldBe(["january.csv"]);
        (await bench.ImportAsync(February, "february.csv", taken: new LocalDate(2026, 2, 28))).AlreadyImported.ShouldBeFalse();

        (await bench.ReadAsync(FactType.Deal)).Select(deal => deal.GetNumber(DealFields.Amount)).ShouldBe([100m, 50m]);
        (await bench.ReadAsync(FactType.Ticket)).Count.ShouldBe(1);
        (await bench.ImportAsync(Tickets, "tickets.csv")).AlreadyImported.ShouldBeTrue();
        (await bench.ImportAsync(February, "february.csv", taken: new LocalDate(2026, 2, 28))).AlreadyImported.ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_another_import_replaced_meanwhile_is_worth_another_try()
    {
        var facts = await ReplacedAsync();

        Should.Throw<OpsException>(() => facts.Open(FactType.Deal)).Kind.ShouldBe(FailureKind.Retriable);
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_not_lost_and_is_left_alone()
    {
        var path = await ImportAsync();
        bench.Blobs[bench.Engagement.Id, path][4] = FactFile.Form + 1;
        var manifest = await bench.State.FindAsync(bench.Engagement.Id, FactManifest.Key);

        var failure = await Should.ThrowAsync<OpsException>(
            () => bench.ImportAsync(February, "february.csv", taken: new LocalDate(2026, 2, 28)));

        failure.Kind.ShouldBe(FailureKind.Refused);
        failure.Text.En.ShouldContain("was written by a newer version of the product");
        (await bench.State.FindAsync(bench.Engagement.Id, FactManifest.Key)).ShouldBe(manifest);
    }

    [Fact]
    public async Task What_another_import_mended_meanwhile_is_not_forgotten()
    {
        await LoseAsync(await ImportAsync(), missing: true);
        var losses = new LostFacts(bench.Blobs, bench.State);
        var lost = await losses.FindAsync(bench.Engagement.Id, TestContext.Current.CancellationToken);
        lost.Keys.ShouldBe([FactType.Deal]);
        await bench.ImportAsync(January, "january.csv", taken: new LocalDate(2026, 1, 31));
        await bench.ImportAsync(February, "february.csv", taken: new LocalDate(2026, 2, 28));

        await losses.ForgetAsync(bench.Engagement.Id, lost, TestContext.Current.CancellationToken);

        (await bench.ReadAsync(FactType.Deal)).Select(deal => deal.GetNumber(DealFields.Amount)).ShouldBe([100m, 50m]);
        (await bench.ImportAsync(January, "january.csv", taken: new LocalDate(2026, 1, 31))).AlreadyImported.ShouldBeTrue();
    }

    [Fact]
    public async Task An_import_that_comes_first_while_lost_facts_are_forgotten_is_worth_another_try()
    {
        await LoseAsync(await ImportAsync(), missing: true);
        bench.State.BeforeNextCommit = async () =>
        {
            var manifest = await bench.State.FindAsync(bench.Engagement.Id, FactManifest.Key);
            await bench.State.CommitAsync(bench.Engagement.Id, [StateChange.Replace(manifest!, manifest!.Value)]);
        };

        var failure = await Should.ThrowAsync<OpsException>(() => bench.ImportAsync(January, "january.csv", taken: new LocalDate(2026, 1, 31)));

        failure.Kind.ShouldBe(FailureKind.Retriable);
        failure.Text.En.ShouldStartWith("january.csv was not imported");
        (await bench.ImportAsync(January, "january.csv", taken: new LocalDate(2026, 1, 31))).AlreadyImported.ShouldBeFalse();
    }

    private async Task<IFactSource> ReplacedAsync()
    {
        var path = await ImportAsync();
        var facts = await bench.OpenAsync();
        await bench.ImportAsync(February.Replace("50", "60", StringComparison.Ordinal), "march.csv");
        await bench.Blobs.DeleteAsync(bench.Engagement.Id, path);
        return facts;
    }

    private async Task LoseAsync(string path, bool missing)
    {
        await bench.Blobs.DeleteAsync(bench.Engagement.Id, path);
        if (!missing)
            await bench.Blobs.WriteAsync(bench.Engagement.Id, path, async (stream, token) => await stream.WriteAsync("OPSF"u8.ToArray(), token));
    }
}
