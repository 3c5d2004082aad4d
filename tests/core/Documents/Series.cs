using NodaTime;
using NodaTime.Calendars;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Core.Tests.Documents;

/// <summary>The figures of a company for other days than this week's: six weeks or twelve months that end with the days asked for, with a gap.</summary>
internal static class Series
{
    private static readonly decimal[] Shares = [0.62m, 0.7m, 0.66m, 0.81m, 0.78m, 0.9m, 0.84m, 0.95m, 0.88m, 1.02m, 0.97m, 1m];

    public static IReadOnlyList<KpiResult> Of(IReadOnlyList<KpiResult> kpis, LocalDate from, LocalDate to)
    {
        var months = from.Day == 1;
        return [.. kpis.Select(kpi => kpi with
        {
            Value = kpi.Value * (months ? 4 : 1) / Factor(kpi, months),
            Previous = kpi.Previous * (months ? 4 : 1) / Factor(kpi, months),
            YearAgo = months ? kpi.Value * 3 / Factor(kpi, months) : null,
            Period = new(from, to, false),
            Series = [.. Enumerable.Range(0, months ? 12 : 6).Select(i => new KpiPoint(
                months ? Month(to.PlusMonths(i - 11)) : Week(to.PlusWeeks(i - 5)),
                i == 2 || kpi.Value is null ? null : decimal.Round(kpi.Value.Value * (months ? 4 : 1) / Factor(kpi, months) * Shares[months ? i : i + 6], 1)))],
        })];
    }

    /// <summary>Where the company stood before the engagement: churn was not measured.</summary>
    public static Baseline Before { get; } = new(
    [
        Old("finance.cash", "Book cash", "Trésorerie comptable", KpiUnit.Money, 98_000),
        Old("delivery.lead-time-days", "Lead time, median", "Délai de réalisation médian", KpiUnit.Days, 13.5m),
        Old("customers.churn-rate", "Churn", "Attrition", KpiUnit.Percent, null),
        Old("finance.gross-margin", "Margin on purchases", "Marge sur achats", KpiUnit.Percent, 38),
    ]);

    /// <summary>What the impact review asks for.</summary>
    public static IReadOnlyList<KpiResult> Money(LocalDate from, LocalDate to) =>
    [
        New("finance.cash", KpiUnit.Money, 126_300, from, to), New("finance.gross-margin", KpiUnit.Percent, 41.5m, from, to), New("finance.revenue", KpiUnit.Money, 210_000, from, to),
        New("customers.churn-rate", KpiUnit.Percent, 4, from, to), New("customers.mrr", KpiUnit.Money, 12_000, from, to),
    ];

    private static BaselineFigure Old(string id, string en, string fr, KpiUnit unit, decimal? value) =>
        new(id, new(en, fr), new(2026, 9, 1), new(2026, 9, 30), value, unit, unit == KpiUnit.Money ? "EUR" : null, new(2026, 10, 22));

    private static KpiResult New(string id, KpiUnit unit, decimal value, LocalDate from, LocalDate to) => new()
    {
        Id = id,
        Label = new(id, id),
        Unit = unit,
        Currency = unit == KpiUnit.Money ? "EUR" : null,
        Grain = Grain.Month,
        Nature = KpiNature.Stock,
        Direction = KpiDirection.Higher,
        Value = value,
        Period = new(from, to, false),
        Status = KpiStatus.NoTarget,
    };

    // Sums of a month are four times those of a week; levels and rates are not.
    private static decimal Factor(KpiResult kpi, bool months) => months && kpi.Id != "sales.won-amount" ? 4 : 1;

    private static string Month(LocalDate day) => $"{day.Year:0000}-{day.Month:00}";

    private static string Week(LocalDate day) => $"{WeekYearRules.Iso.GetWeekYear(day):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(day):00}";
}
