namespace OpsAutomation.Samples;

/// <summary>A generated export.</summary>
/// <param name="Path">Its place below the samples folder.</param>
/// <param name="Content">Its bytes.</param>
public sealed record SampleFile(string Path, byte[] Content);
