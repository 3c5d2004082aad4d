using NodaTime;
using OpsAutomation.Kpis;

namespace OpsAutomation.Milestones;

/// <summary>Where a KPI stood before the engagement began.</summary>
/// <param name="Kpi">The KPI's id.</param>
/// <param name="Label">The KPI's name.</param>
/// <param name="From">The first day of the figure.</param>
/// <param name="To">The last day.</param>
/// <param name="Value">The figure, or null where there was nothing to compute.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Currency">The currency of money, or null.</param>
/// <param name="FrozenOn">The day on which it was frozen; null while it is provisional.</param>
public sealed record BaselineFigure(
    string Kpi, LocalizedText Label, LocalDate From, LocalDate To, decimal? Value, KpiUnit Unit, string? Currency, LocalDate? FrozenOn = null);
