namespace OpsAutomation.Conformance;

/// <summary>What is attached to a mail.</summary>
public sealed record ReceivedFile(string Name, string ContentType, byte[] Content, bool IsInline = false, bool IsMessage = false);
