namespace OpsAutomation.Exports.Reading;

/// <summary>An export's bytes, to be opened as often as needed.</summary>
/// <param name="Name">The file's name without its folder.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="Open">Gives a new seekable stream at its start, which the caller disposes.</param>
public sealed record ExportContent(string Name, long Length, Func<Stream> Open);
