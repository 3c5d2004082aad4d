using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Feeds;
using OpsAutomation.Kpis;

namespace OpsAutomation.Core.Tests.Feeds;

public sealed class KpiFeedRowsTests
{
    private static readonly Engagement Lumen = EngagementReader.Read(new("lumen.yaml", """
        id: lumen
        name: Lumen
        locale: fr-FR
        start: 2026-10-05
        kpis:
          targets:
            - {kpi: sales.won-amount, grain: week, value: 40000}
            - {kpi: sales.won-amount, grain: week, value: 45000, from: 2026-11-16}
        """));

    [Fact]
    public void A_week_and_those_before_have_each_their_days_value_target_and_status()
    {
        var kpi = new KpiBuilder("sales.won-amount", "Won", "Signé", KpiUnit.Money, 48_200.50m, null).Target(45_000m, KpiStatus.OnTarget).Series(null, 39_000m, 20_000m, 48_200.50m).Build();

        KpiFeedRows.Of(Lumen, kpi).Select(row => (row.Period, row.PeriodStart, row.PeriodEnd, row.Value, row.Target, row.Status, row.IsCurrent, row.Unit, row.Currency)).ShouldBe(
        [
            ("2026-W44", "2026-10-26", "2026-11-01", null, 40_000m, "no-data", false, "money", "EUR"),
            ("2026-W45", "2026-11-02", "2026-11-08", 39_000m, 40_000m, "at-risk", false, "money", "EUR"),
            ("2026-W46", "2026-11-09", "2026-11-15", 20_000m, 40_000m, "off-target", false, "money", "EUR"),
            ("2026-W47", "2026-11-16", "2026-11-22", 48_200.5m, 45_000m, "on-target", true, "money", "EUR"),
        ]);
    }

    [Fact]
    public void Months_and_rolling_days_have_theirs()
    {
        var month = new KpiBuilder("finance.dso", "DSO", "DMP", KpiUnit.Days, 41.25m, null).October().Build() with { Series = [new("2026-09", 39m), new("2026-10", 41.25m)] };
        KpiFeedRows.Of(Lumen, month).Select(row => (row.Grain, row.Period, row.PeriodStart, row.PeriodEnd, row.IsCurrent, row.Currency)).ShouldBe(
            [("month", "2026-09", "2026-09-01", "2026-09-30", false, null), ("month", "2026-10", "2026-10-01", "2026-10-31", true, null)]);

        var rolling = new KpiBuilder("quality.nps", "NPS", "NPS", KpiUnit.Points, 47m, null).Rolling(90, 64).Series(45m, 47m).Build();
        KpiFeedRows.Of(Lumen, rolling).Select(row => (row.Grain, row.Period, row.PeriodStart, row.PeriodEnd, row.SampleSize)).ShouldBe(
            [("rolling", "2026-W46", "2026-08-18", "2026-11-15", null), ("rolling", "2026-W47", "2026-08-25", "2026-11-22", 64)]);
    }

    [Fact]
    public void Amounts_of_several_currencies_are_never_in_one_row()
    {
        var kpi = new KpiBuilder("sales.won-amount", "Won", "Signé", KpiUnit.Money, null, null).Target(45_000m, KpiStatus.NoData).Series(null, null).Build() with
        {
            Currency = null,
            ByCurrency = [new("EUR", 1200m), new("USD", -30.10m)],
        };

        KpiFeedRows.Of(Lumen, kpi).Where(row => row.IsCurrent).Select(row => (row.Currency, row.Value, row.Target, row.Status)).ShouldBe(
            [("EUR", 1200m, null, null), ("USD", -30.1m, null, null)]);
    }

    [Fact]
    public void A_row_is_told_by_kpi_currency_grain_and_days()
    {
        var kpis = new[] { new KpiBuilder("sales.won-amount", "Won", "Signé", KpiUnit.Money, 1m, null).Series(1m, 2m, 1m).Build(), new KpiBuilder("sales.win-rate", "Rate", "Taux", KpiUnit.Percent, 1m, null).Build() };
        var rows = KpiFeed.Of(Lumen, kpis, new(2026, 11, 23), "p", Instant.FromUtc(2026, 11, 23, 6, 0)).Rows;

        rows.Select(row => (row.Kpi, row.Currency, row.Grain, row.PeriodStart, row.PeriodEnd)).Distinct().Count().ShouldBe(rows.Count);
    }
}
