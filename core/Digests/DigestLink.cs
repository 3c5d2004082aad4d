namespace OpsAutomation.Digests;

/// <summary>A link of a digest.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Url">Where it leads.</param>
public sealed record DigestLink(string Text, Uri Url);
