using NodaTime;
using OpsAutomation.Kpis;

namespace OpsAutomation.Engagements;

/// <summary>What a KPI should be, from a date on. A target belongs to a grain.</summary>
/// <param name="Kpi">The KPI's id.</param>
/// <param name="Grain">The grain for which the figure is meant.</param>
/// <param name="Value">The target; the lower end of a range.</param>
/// <param name="UpTo">The upper end where the KPI is to stay within a range, else null.</param>
/// <param name="ValidFrom">The first day on which it is valid; null for always.</param>
/// <param name="ThresholdPercent">By how much of the target it may be missed and still be at risk only.</param>
public sealed record KpiTarget(string Kpi, Grain Grain, decimal Value, decimal? UpTo, LocalDate? ValidFrom, decimal ThresholdPercent = 10m);
