using System.Text.Json.Serialization;
using NodaTime;

namespace OpsAutomation.Documents;

/// <summary>
/// What is recorded of a document in one language: its versions, and where it stands. What readers are shown is <see cref="Current"/>, the version in
/// force; <see cref="Latest"/> may be a draft beside it.
/// </summary>
public sealed record DocumentRecord
{
    /// <summary>The id of its kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The language.</summary>
    public required Language Language { get; init; }

    /// <summary>The title of the latest version.</summary>
    public required string Title { get; init; }

    /// <summary>Where it stands.</summary>
    public required DocumentStatus Status { get; init; }

    /// <summary>Whether it is in force on trial: to be reviewed within 30 days.</summary>
    public bool Provisional { get; init; }

    /// <summary>The day by which it is to be reviewed; null where documents of its kind are written anew each time, and before it is in force.</summary>
    public LocalDate? ReviewBy { get; init; }

    /// <summary>The hash of the stored text of the latest version, figures included.</summary>
    public required string TextHash { get; init; }

    /// <summary>All versions, oldest first; never empty.</summary>
    public required IReadOnlyList<DocumentRevision> Revisions { get; init; }

    // Lists that records of older homes lack are read as null.

    /// <summary>The texts that people brought, oldest first; empty while it is as generated.</summary>
    public IReadOnlyList<DocumentEdit> Edits { get => field ?? []; init; }

    /// <summary>The generated blocks that a person edited and that the generator would write otherwise now: kept as edited until somebody decides.</summary>
    public IReadOnlyList<string> Conflicts { get => field ?? []; init; }

    /// <summary>The processes that it describes, in the words of its front matter; null where the record is older than this.</summary>
    public IReadOnlyList<string>? Processes { get; init; }

    /// <summary>The ids of the KPIs that it moves; null where the record is older than this.</summary>
    public IReadOnlyList<string>? Moves { get; init; }

    /// <summary>Of a document that no template of the library makes: what its author said of it; null otherwise.</summary>
    public OwnDocument? Own { get; init; }

    /// <summary>The content of the draft that was turned down last: the generator does not propose it again. Null while none was, and after an approval.</summary>
    public string? TurnedDown { get; init; }

    /// <summary>What each reader acknowledged last.</summary>
    public IReadOnlyList<Acknowledgement> Acknowledgements { get => field ?? []; init; }

    /// <summary>Readers beside those that the engagement's file gives it: ids of people.</summary>
    public IReadOnlyList<string> MoreReaders { get => field ?? []; init; }

    /// <summary>The day it was last confirmed without a change, by whom; null where it never was.</summary>
    public DocumentMark? Reviewed { get; init; }

    /// <summary>When and by whom it was retired; null while it is not.</summary>
    public DocumentMark? Retired { get; init; }

    /// <summary>The version in force; where none is yet, the latest.</summary>
    public DocumentRevision Current => Revisions.LastOrDefault(revision => revision.Stage == RevisionStage.Live) ?? Latest;

    /// <summary>The latest version: it may be a draft, or approved for a day to come.</summary>
    [JsonIgnore]
    public DocumentRevision Latest => Revisions[^1];

    /// <summary>The draft, or null.</summary>
    [JsonIgnore]
    public DocumentRevision? Draft => Latest.Stage == RevisionStage.Draft ? Latest : null;

    /// <summary>The number of the version in force.</summary>
    public int Version => Current.Version;

    /// <summary>The hash of the content in force.</summary>
    public string ContentHash => Current.ContentHash;

    /// <summary>The day the version in force was published.</summary>
    public LocalDate PublishedOn => Current.Day;

    /// <summary>The blob of the version in force in a format, <c>md</c>, <c>html</c> or <c>docx</c>.</summary>
    public string BlobPath(string extension) => BlobPath(Current, extension);

    /// <summary>The blob of a version in a format.</summary>
    public string BlobPath(DocumentRevision revision, string extension) => DocumentStore.BlobPath(Language, Kind, revision, extension);

    /// <summary>Whether its review is due: from its day on.</summary>
    public bool IsDueOn(LocalDate day) => Status == DocumentStatus.Live && ReviewBy <= day;

    /// <summary>The record as it stands on a day: what was approved for that day or one before is in force.</summary>
    public DocumentRecord On(LocalDate day) => Revisions.Any(revision => IsDue(revision, day))
        ? (this with
        {
            Revisions = [.. Revisions.Select(revision => IsDue(revision, day) ? revision with { Stage = RevisionStage.Live, Day = revision.From ?? revision.Day } : revision)],
        }).Settled()
        : this;

    /// <summary>The same with the status that its versions make.</summary>
    internal DocumentRecord Settled() => this with
    {
        Status = Retired is not null ? DocumentStatus.Retired
            : Revisions.Any(revision => revision.Stage == RevisionStage.Live) ? DocumentStatus.Live
            : Revisions.Any(revision => revision.Stage == RevisionStage.Approved) ? DocumentStatus.Approved
            : DocumentStatus.Draft,
    };

    private static bool IsDue(DocumentRevision revision, LocalDate day) => revision.Stage == RevisionStage.Approved && (revision.From ?? revision.Day) <= day;
}
