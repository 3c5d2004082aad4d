using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Documents.Impact;

/// <summary>
/// What an engagement changed and what it cost. Of cash the change is shown as it is; a better margin is worth its points of a month's revenue; less churn is
/// worth the recurring revenue kept, times the margin; a shorter lead time has no price here. Cash is never added to the others, since margin ends up in it.
/// What is missing stays missing. Money is exact and rounded only where it is shown.
/// </summary>
internal sealed record ImpactEstimate
{
    private const string Margin = "finance.gross-margin";
    private const string Churn = "customers.churn-rate";
    private const string Cash = "finance.cash";

    /// <summary>The day up to which it counts: J+90, or today before that.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>The KPIs that have a figure before and after, in the order of the review.</summary>
    public required IReadOnlyList<ImpactLine> Lines { get; init; }

    /// <summary>The KPIs that lack one, and whether it is the figure before.</summary>
    public required IReadOnlyList<(string Kpi, bool LacksBefore)> Missing { get; init; }

    /// <summary>Mean revenue a month over the days of the margin; null where it is not known or not needed.</summary>
    public decimal? Revenue { get; init; }

    /// <summary>Monthly recurring revenue at the end of the days of churn; null where it is not known or not needed.</summary>
    public decimal? Mrr { get; init; }

    /// <summary>Working days from the start to <see cref="Until"/>, both included.</summary>
    public required int WorkingDays { get; init; }

    /// <summary>Days a week that were agreed.</summary>
    public decimal? DaysPerWeek { get; init; }

    /// <summary>The price of a day.</summary>
    public decimal? DayRate { get; init; }

    /// <summary>The days of the engagement, to a tenth: days a week times working days over five.</summary>
    public decimal? Days => DaysPerWeek is { } week ? decimal.Round(week * WorkingDays / 5m, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>The cost: days times the price of a day.</summary>
    public decimal? Cost => Days * DayRate;

    /// <summary>The change of cash, once.</summary>
    public decimal? CashChange => Find(Cash)?.Change;

    /// <summary>What the change of margin is worth a month: its points of a month's revenue.</summary>
    public decimal? MarginEffect => Find(Margin)?.Change * Revenue / 100m;

    /// <summary>The recurring revenue a month that less churn kept.</summary>
    public decimal? RevenueKept => -Find(Churn)?.Change * Mrr / 100m;

    /// <summary>What it is worth a month at today's margin; null where the margin is not known.</summary>
    public decimal? ChurnEffect => RevenueKept * Find(Margin)?.Now / 100m;

    /// <summary>What margin and churn are worth a month together; null where neither is known.</summary>
    public decimal? MonthlyEffect => MarginEffect is null && ChurnEffect is null ? null : (MarginEffect ?? 0m) + (ChurnEffect ?? 0m);

    /// <summary>Months until the monthly effect has paid the cost; null where it does not, or one of them is not known.</summary>
    public decimal? PaybackMonths => MonthlyEffect > 0m ? Cost / MonthlyEffect : null;

    /// <summary>Twelve months of the effect less the cost.</summary>
    public decimal? YearBalance => (12m * MonthlyEffect) - Cost;

    /// <summary>Looks at an engagement.</summary>
    public static ImpactEstimate Of(DocumentContext context)
    {
        var engagement = context.Engagement;
        var due = MilestonePlan.For(engagement).FirstOrDefault(milestone => milestone.Id == "J90")?.Due ?? engagement.Start.PlusDays(90);
        var until = LocalDate.Min(due, context.Today);
        var baseline = BaselineOf(context);
        var lines = context.Figures is { } figures ? ImpactReview.Compare(engagement, baseline, figures, until) : [];
        return new()
        {
            Until = until,
            Lines = lines,
            Missing = [.. ImpactReview.Kpis.Where(id => !lines.Any(line => Is(line, id))).Select(id => (id, baseline.Find(id)?.Value is null))],
            Revenue = lines.FirstOrDefault(line => Is(line, Margin)) is { } margin ? Mean(context, "finance.revenue", margin.Period) : null,
            Mrr = lines.FirstOrDefault(line => Is(line, Churn)) is { } churn ? Money(context, "customers.mrr", churn.Period) : null,
            WorkingDays = Engagements.WorkingDays.Of(engagement).Count(engagement.Start, until),
            DaysPerWeek = engagement.DaysPerWeek,
            DayRate = engagement.DayRate,
        };
    }

    private ImpactLine? Find(string kpi) => Lines.FirstOrDefault(line => Is(line, kpi));

    private static bool Is(ImpactLine line, string kpi) => string.Equals(line.Before.Kpi, kpi, StringComparison.OrdinalIgnoreCase);

    // What is frozen holds; only where something is not, the days before the start are looked at again.
    private static Baseline BaselineOf(DocumentContext context) =>
        context.Figures is not { } figures || ImpactReview.Kpis.All(id => context.Baseline.Find(id) is not null)
            ? context.Baseline
            : Baseline.Merge(context.Baseline, Baseline.Compute(context.Engagement, figures));

    private static decimal? Mean(DocumentContext context, string kpi, KpiPeriod period)
    {
        var months = ((period.To.Year - period.From.Year) * 12) + period.To.Month - period.From.Month + 1;
        return Money(context, kpi, period) / months;
    }

    private static decimal? Money(DocumentContext context, string kpi, KpiPeriod period) => context.Figures!(period.From, period.To)
        .FirstOrDefault(result => string.Equals(result.Id, kpi, StringComparison.OrdinalIgnoreCase) && result.Currency == context.Engagement.Currency)?.Value;
}
