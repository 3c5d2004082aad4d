namespace OpsAutomation.Facts;

/// <summary>A fact file that a manifest names.</summary>
/// <param name="Path">The blob.</param>
/// <param name="Records">How many records it holds, tombstones included.</param>
internal sealed record FactFileEntry(string Path, long Records);
