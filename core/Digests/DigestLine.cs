namespace OpsAutomation.Digests;

/// <summary>A line of a digest below its table.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">Its title with a colon: <c>Sources :</c></param>
/// <param name="Text">Its text.</param>
public sealed record DigestLine(DigestLineKind Kind, string Title, string Text)
{
    /// <summary>The same text as a list, each on a line of its own, where one of them has a link; empty otherwise.</summary>
    public IReadOnlyList<DigestLineItem> Items { get; init; } = [];
}
