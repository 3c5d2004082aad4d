namespace OpsAutomation.Digests;

/// <summary>One of the things that a line of a digest names.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Url">Where its reader can open or close it, or null.</param>
public sealed record DigestLineItem(string Text, Uri? Url);
