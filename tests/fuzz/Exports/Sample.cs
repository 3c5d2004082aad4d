namespace OpsAutomation.Fuzz.Tests.Exports;

/// <summary>A file that an export could be.</summary>
internal sealed record Sample(string Name, byte[] Bytes);
