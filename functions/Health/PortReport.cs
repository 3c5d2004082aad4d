namespace OpsAutomation.Functions.Health;

/// <summary>How a port is.</summary>
/// <param name="Port">Its name.</param>
/// <param name="Ready">Whether it answers.</param>
/// <param name="Reason">What it says where it does not, in English; null where it does.</param>
public sealed record PortReport(string Port, bool Ready, string? Reason);
