using NodaTime;

namespace OpsAutomation.Documents;

/// <summary>What is recorded of a document in one language: its versions, and where it stands.</summary>
public sealed record DocumentRecord
{
    /// <summary>The id of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>The title of the current version.</summary>
    public required string Title { get; init; }

    /// <summary>Where the current version stands.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Whether it is in force on trial: to be reviewed within 30 days.</summary>
    public bool Provisional { get; init; }

    /// <summary>The day by which it is to be reviewed; null where documents of its kind are written anew each time.</summary>
    public LocalDate? ReviewBy { get; init; }

    /// <summary>The hash of the stored text, figures included.</summary>
    public required string TextHash { get; init; }

    /// <summary>All versions, oldest first; never empty.</summary>
    public required IReadOnlyList<DocumentRevision> Revisions { get; init; }

    /// <summary>The current version.</summary>
    public DocumentRevision Current => Revisions[^1];

    /// <summary>The current version's number.</summary>
    public int Version => Current.Version;

    /// <summary>The hash of the current version's content.</summary>
    public string ContentHash => Current.ContentHash;

    /// <summary>The day the current version was published.</summary>
    public LocalDate PublishedOn => Current.Day;

    /// <summary>The blob of the current version in a format, <c>md</c>, <c>html</c> or <c>docx</c>.</summary>
    public string BlobPath(string extension) => BlobPath(Current, extension);

    /// <summary>The blob of a version in a format.</summary>
    public string BlobPath(DocumentRevision revision, string extension) => DocumentStore.BlobPath(Language, Kind, revision, extension);
}
