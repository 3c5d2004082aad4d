namespace OpsAutomation.Functions.Health;

/// <summary>What the health check answers.</summary>
/// <param name="Status"><c>alive</c> to anybody; to who has a key <c>ready</c> or <c>not-ready</c>.</param>
/// <param name="Version">The product's version, for who has a key.</param>
/// <param name="Ports">Each port, for who has a key.</param>
public sealed record HealthReport(string Status, string? Version = null, IReadOnlyList<PortReport>? Ports = null);
