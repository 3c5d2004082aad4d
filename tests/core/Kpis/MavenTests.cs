using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class MavenTests
{
    [Fact]
    public void Maven_pipeline_gives_the_figures_computed_independently()
    {
        var scenario = Read();
        var all = scenario.All("2017-03-01", "2017-12-31").ToDictionary(kpi => kpi.Id, StringComparer.Ordinal);

        all[KpiIds.WonCount].Value.ShouldBe(4238m);
        all[KpiIds.LostCount].Value.ShouldBe(2473m);
        all[KpiIds.WonAmount].Value.ShouldBe(10005534m);
        decimal.Round(all[KpiIds.WinRate].Value.ShouldNotBeNull(), 4).ShouldBe(63.1501m);
        decimal.Round(all[KpiIds.CycleDays].Value.ShouldNotBeNull(), 3).ShouldBe(51.782m);
        all[KpiIds.CycleDaysMedian].Value.ShouldBe(57m);
        decimal.Round(all[KpiIds.AverageDeal].Value.ShouldNotBeNull(), 2).ShouldBe(2360.91m);
        all[KpiIds.WonAmount].Series.Select(point => point.Value).Skip(2)
            .ShouldBe([1134672m, 721932m, 1025713m, 1338466m, 696932m, 1050059m, 1235264m, 731980m, 938943m, 1131573m]);
        all[KpiIds.WonAmount].Series[^1].Period.ShouldBe("2017-12");
    }

    private static KpiScenario Read()
    {
        var file = SharedData.Find("maven-sales_pipeline.csv");
        Assert.SkipWhen(file is null, "The shared data are not here.");
        var deals = File.ReadLines(file!).Skip(1).Select(line => line.Split(',')).Select(fields =>
        {
            var deal = new DealBuilder().With(DealFields.Created, Blank(fields[5])).With(DealFields.Closed, Blank(fields[6]));
            if (fields[4] is "Won")
                deal.Won();
            if (fields[4] is "Lost")
                deal.Lost();
            return fields[7].Length > 0 ? deal.Amount(decimal.Parse(fields[7])).Build() : deal.Build();
        });
        return new KpiScenario().Add(deals).Covering(FactType.Deal, "2016-10-20", "2017-12-31");
    }

    private static string? Blank(string text) => text.Length == 0 ? null : text;
}
