using OpsAutomation.Exports;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

/// <summary>Real files, imported as they are: their figures were computed independently.</summary>
public sealed class RealExportTests
{
    [Fact]
    public async Task Maven_pipeline_gives_the_figures_computed_independently()
    {
        var all = await ComputeAsync("maven-sales_pipeline.csv", "2017-03-01", "2017-12-31");

        all[KpiIds.WonCount].Value.ShouldBe(4238m);
        all[KpiIds.LostCount].Value.ShouldBe(2473m);
        all[KpiIds.WonAmount].Value.ShouldBe(10005534m);
        decimal.Round(all[KpiIds.WinRate].Value.ShouldNotBeNull(), 4).ShouldBe(63.1501m);
        decimal.Round(all[KpiIds.CycleDays].Value.ShouldNotBeNull(), 3).ShouldBe(51.782m);
        all[KpiIds.CycleDaysMedian].Value.ShouldBe(57m);
        decimal.Round(all[KpiIds.AverageDeal].Value.ShouldNotBeNull(), 2).ShouldBe(2360.91m);
        all[KpiIds.WonAmount].Series.Skip(2).Select(point => point.Value)
            .ShouldBe([1134672m, 721932m, 1025713m, 1338466m, 696932m, 1050059m, 1235264m, 731980m, 938943m, 1131573m]);
        all[KpiIds.WonAmount].Series[^1].Period.ShouldBe("2017-12");
    }

    [Fact]
    public async Task Salesforce_sample_gives_its_won_deals_in_the_month_they_closed()
    {
        var all = await ComputeAsync("salesforce-dataloader-opportunity.csv", "2005-11-01", "2005-11-30");

        all[KpiIds.WonCount].Value.ShouldBe(8m);
        all[KpiIds.WonAmount].Value.ShouldBe(2200000m);
        all[KpiIds.WinRate].Value.ShouldBe(100m);
        all[KpiIds.CycleDays].Value.ShouldNotBeNull().ShouldBeNegative();
        all[KpiIds.CycleDays].Warnings.ShouldContain(warning => warning.En.StartsWith("8 deals", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Salesforce_sample_gives_its_pipeline_once_its_deals_were_created()
    {
        var all = await ComputeAsync("salesforce-dataloader-opportunity.csv", "2006-06-01", "2006-06-30");

        all[KpiIds.OpenPipeline].Value.ShouldBe(4070000m);
        all[KpiIds.WeightedPipeline].Value.ShouldBe(2658000m);
        all[KpiIds.CreatedCount].Value.ShouldBe(38m);
    }

    private static async Task<IReadOnlyDictionary<string, KpiResult>> ComputeAsync(string file, string from, string to)
    {
        var path = SharedData.Find(file);
        Assert.SkipWhen(path is null, "The shared data are not here.");
        var blobs = new InMemoryBlobStore();
        var state = new InMemoryStateStore();
        var engagement = new KpiScenario().Engagement;
        var content = new ExportContent(file, new FileInfo(path!).Length, () => File.OpenRead(path!));

        await new Importer(blobs, state, new ManualTime(), ProfileCatalogue.Default).ImportAsync(engagement, new(content));

        var facts = await new FactStore(blobs, state).OpenAsync(engagement.Id);
        return KpiEngine.Compute(engagement, facts, new() { At = new(2026, 11, 22), From = KpiScenario.Day(from), To = KpiScenario.Day(to) })
            .ToDictionary(kpi => kpi.Id, StringComparer.Ordinal);
    }
}
