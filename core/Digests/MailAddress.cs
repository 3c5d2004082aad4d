namespace OpsAutomation.Digests;

/// <summary>A mail address with the name to show.</summary>
public sealed record MailAddress(string Address, string? Name = null);
