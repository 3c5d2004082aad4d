namespace OpsAutomation.Boards;

/// <summary>A document in the list.</summary>
/// <param name="Path">Its path below the list, without an ending: <c>fr/engagement-brief</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Version">The current version, in words.</param>
/// <param name="Published">When it was published, in words.</param>
/// <param name="Status">Where it stands, in words.</param>
/// <param name="Overdue">Whether its review is overdue.</param>
public sealed record ShelfDocument(string Path, string Title, Language Language, string Version, string Published, string Status, bool Overdue);
