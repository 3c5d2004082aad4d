namespace OpsAutomation.Kpis;

/// <summary>A figure of a series.</summary>
/// <param name="Period"><c>2017-W10</c> or <c>2017-03</c>.</param>
/// <param name="Value">The figure, or null where there is nothing to compute.</param>
public sealed record KpiPoint(string Period, decimal? Value);
