namespace OpsAutomation.Kpis;

/// <summary>A line of a KPI that is a table or an ageing.</summary>
/// <param name="Label">What the line is about.</param>
/// <param name="Count">How many.</param>
/// <param name="Amount">How much money, or null where it is no matter of money.</param>
public sealed record KpiRow(string Label, int Count, decimal? Amount);
