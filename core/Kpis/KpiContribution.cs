namespace OpsAutomation.Kpis;

/// <summary>The part of one record in a summed figure.</summary>
/// <param name="Label">The record's name or number, as written by the vendor.</param>
/// <param name="Value">Its part, in the KPI's unit.</param>
public sealed record KpiContribution(string Label, decimal Value);
