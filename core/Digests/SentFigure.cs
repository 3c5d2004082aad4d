using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>A figure as a digest showed it.</summary>
/// <param name="Kpi">The KPI's id.</param>
/// <param name="From">The first day of its period.</param>
/// <param name="To">The last day of its period.</param>
/// <param name="Value">The figure, or null where there was none.</param>
/// <param name="Currency">The currency of money, or null.</param>
public sealed record SentFigure(string Kpi, LocalDate From, LocalDate To, decimal? Value, string? Currency);
