using NodaTime;

namespace OpsAutomation.Kpis;

/// <summary>Which figures are wanted.</summary>
public sealed record KpiRequest
{
    /// <summary>The local day from which the figures are looked at: a period that holds it or lies after it is under way.</summary>
    public required LocalDate At { get; init; }

    /// <summary>The first day of the period, inclusive; null, as <see cref="To"/>, for each KPI's last complete period before <see cref="At"/>.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day of the period, inclusive.</summary>
    public LocalDate? To { get; init; }

    /// <summary>
    /// The last day of rolling periods where no days are named; null for <see cref="At"/>. A digest of a week looks from the Monday after
    /// it, and its rolling figures end with the week.
    /// </summary>
    public LocalDate? RollingTo { get; init; }

    /// <summary>
    /// The local day on which the question is asked, where it is another than <see cref="At"/>: only figures looked at from today
    /// are kept as snapshots, since yesterday's values cannot be seen any more.
    /// </summary>
    public LocalDate? Today { get; init; }
}
