using NodaTime;

namespace OpsAutomation.Documents;

/// <summary>One version of a document.</summary>
/// <param name="Version">1, 2, 3…</param>
/// <param name="Day">The day it was written, in the engagement's time zone; of an approved one, the day it came into force.</param>
/// <param name="ContentHash">The hash of its content.</param>
/// <param name="Parts">Hashes of what it was made from, by part: they tell what a revision is about.</param>
/// <param name="Changed">
/// Which parts differ from the version before: <c>template</c>, <c>people</c>, <c>targets</c>, <c>engagement</c>, <c>edited</c>, <c>figures</c>; empty for the
/// first.
/// </param>
public sealed record DocumentRevision(
    int Version, LocalDate Day, string ContentHash, IReadOnlyDictionary<string, string> Parts, IReadOnlyList<string> Changed)
{
    /// <summary>What its files are called without their endings: another text of the same version has other files. Null: <c>v</c> and the version.</summary>
    public string? Files { get; init; }

    /// <summary>How far it has come. Records of older homes say nothing: their versions were in force when they were written.</summary>
    public RevisionStage Stage { get; init; }

    /// <summary>Of an approved version, the first day it is in force; null for the day of <see cref="Day"/>.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Who approved it; null where nobody had to.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>The id of the approver in whose place it was approved; null where the approver did it.</summary>
    public string? ApprovedFor { get; init; }

    /// <summary>The day it was approved on.</summary>
    public LocalDate? ApprovedOn { get; init; }

    /// <summary>Who proposed or edited it; null where it was generated.</summary>
    public string? By { get; init; }

    /// <summary>Why, in that person's words.</summary>
    public string? Note { get; init; }
}
