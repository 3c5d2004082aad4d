namespace OpsAutomation.Ports;

/// <summary>A page of changes of a drive.</summary>
/// <param name="Files">The files, each once.</param>
/// <param name="Cursor">Where the next page begins.</param>
/// <param name="HasMore">Whether there is another page at once.</param>
public sealed record DrivePage(IReadOnlyList<DriveFile> Files, string Cursor, bool HasMore);
