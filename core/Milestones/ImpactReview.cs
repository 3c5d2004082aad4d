using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;

namespace OpsAutomation.Milestones;

/// <summary>What the engagement changed: cash, lead time, churn and margin now, against the baseline.</summary>
public static class ImpactReview
{
    /// <summary>The KPIs of the impact review, in its order.</summary>
    public static IReadOnlyList<string> Kpis { get; } = ["finance.cash", "delivery.lead-time-days", "customers.churn-rate", "finance.gross-margin"];

    /// <summary>The lines of the review: those with a baseline and a figure now, over the last full month (ratios: three) that ended by the day.</summary>
    public static IReadOnlyList<ImpactLine> Compare(Engagement engagement, Baseline baseline, Func<LocalDate, LocalDate, IReadOnlyList<KpiResult>> kpis, LocalDate day) =>
        Compare(engagement, baseline, new KpiFigures(kpis), day);

    internal static IReadOnlyList<ImpactLine> Compare(Engagement engagement, Baseline baseline, KpiFigures figures, LocalDate day)
    {
        var lines = new List<ImpactLine>();
        foreach (var id in Kpis)
        {
            if (baseline.Find(id) is not { Value: not null } before || KpiCatalogue.Find(id, engagement) is not { } definition)
                continue;
            if (figures.Latest(id, day, definition.Nature) is { Value: { } now } result)
                lines.Add(new(before, now, result.Period, definition.Direction));
        }

        return lines;
    }
}
