using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Kpis;

/// <summary>The targets of an engagement: each holds for one grain, from a day on, until a later one replaces it.</summary>
internal sealed class TargetBook(IReadOnlyList<KpiTarget> targets)
{
    /// <summary>The target of a KPI that was valid on the last day of a period of the grain, or null; a period of no grain has none.</summary>
    public KpiTarget? Find(string kpi, Grain? grain, LocalDate lastDay) => grain is null
        ? null
        : targets
            .Where(target => target.Grain == grain
                && string.Equals(target.Kpi, kpi, StringComparison.OrdinalIgnoreCase)
                && (target.ValidFrom is not { } from || from <= lastDay))
            .MaxBy(target => target.ValidFrom ?? LocalDate.MinIsoValue);
}
