namespace OpsAutomation.Digests;

/// <summary>A file that goes with a digest, by where it lies: a version's file is not kept twice.</summary>
/// <param name="Name">The name under which the reader gets it.</param>
/// <param name="Path">The blob.</param>
public sealed record AttachedDocument(string Name, string Path);
