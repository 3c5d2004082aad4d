using NodaTime;

namespace OpsAutomation.Documents;

/// <summary>One version of a document.</summary>
/// <param name="Version">1, 2, 3…</param>
/// <param name="Day">The day it was published, in the engagement's time zone.</param>
/// <param name="ContentHash">The hash of its content.</param>
/// <param name="Parts">Hashes of what it was made from, by part: they tell what a revision is about.</param>
/// <param name="Changed">Which parts differ from the version before: <c>template</c>, <c>people</c>, <c>targets</c>, <c>engagement</c>, <c>figures</c>; empty for the first.</param>
public sealed record DocumentRevision(
    int Version, LocalDate Day, string ContentHash, IReadOnlyDictionary<string, string> Parts, IReadOnlyList<string> Changed)
{
    /// <summary>What its files are called without their endings: another text of the same version has other files. Null: <c>v</c> and the version.</summary>
    public string? Files { get; init; }
}
