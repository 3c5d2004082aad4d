namespace OpsAutomation.Digests;

/// <summary>A movement of the week.</summary>
/// <param name="Kpi">The KPI's id.</param>
/// <param name="Figure">What moved, with its figures: <c>Échu impayé 31 400 € (+9 800 €).</c></param>
/// <param name="Detail">Cause, or that none is established; what is being done.</param>
public sealed record DigestMovement(string Kpi, string Figure, string Detail);
