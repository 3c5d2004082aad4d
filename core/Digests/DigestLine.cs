namespace OpsAutomation.Digests;

/// <summary>A line of a digest below its table.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">Its title with a colon: <c>Sources :</c></param>
/// <param name="Text">Its text.</param>
public sealed record DigestLine(DigestLineKind Kind, string Title, string Text);
