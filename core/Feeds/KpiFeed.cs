using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;

namespace OpsAutomation.Feeds;

/// <summary>The KPIs of an engagement as other tools read them.</summary>
/// <param name="Day">The local day that they were looked at from.</param>
/// <param name="Print">What there was to look at then: while it is the same on the same day, so are the figures.</param>
/// <param name="ComputedAt">When that was.</param>
/// <param name="Rows">A row for each KPI, currency and period.</param>
public sealed record KpiFeed(LocalDate Day, string Print, Instant ComputedAt, IReadOnlyList<KpiFeedRow> Rows)
{
    /// <summary>The feed of figures.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="kpis">Its KPIs, each for the last complete period before the day.</param>
    /// <param name="day">The local day.</param>
    /// <param name="print">What there was to look at.</param>
    /// <param name="at">The moment.</param>
    public static KpiFeed Of(Engagement engagement, IReadOnlyList<KpiResult> kpis, LocalDate day, string print, Instant at) =>
        new(day, print, at, [.. kpis.SelectMany(kpi => KpiFeedRows.Of(engagement, kpi))]);
}
