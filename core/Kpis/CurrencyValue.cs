namespace OpsAutomation.Kpis;

/// <summary>The part of a KPI in one currency: amounts of different currencies are never added.</summary>
public sealed record CurrencyValue(string Currency, decimal? Value);
