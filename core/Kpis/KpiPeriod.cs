using NodaTime;

namespace OpsAutomation.Kpis;

/// <summary>The local days that a figure is for, both ends included.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Partial">Whether the period is still under way on the day asked for.</param>
public sealed record KpiPeriod(LocalDate From, LocalDate To, bool Partial);
