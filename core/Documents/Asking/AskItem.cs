using System.Text.Json.Serialization;

namespace OpsAutomation.Documents.Asking;

/// <summary>A document in one content that a person is to be asked about.</summary>
public sealed record AskItem
{
    /// <summary>The kind.</summary>
    public required string Kind { get; init; }

    /// <summary>The language of the document.</summary>
    public required Language Language { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The number of the version.</summary>
    public required int Version { get; init; }

    /// <summary>The hash of its content.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Why there is this version; empty for a first one.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The version that the person has read, where that was another content; null otherwise.</summary>
    public int? ReadBefore { get; init; }

    /// <summary>Language and kind.</summary>
    [JsonIgnore]
    public string Document => DocumentOf(Language, Kind);

    /// <summary>Language and kind of a document, such as <c>fr/sop-incident</c>.</summary>
    public static string DocumentOf(Language language, string kind) => $"{LanguageCode.Of(language)}/{kind}";

    /// <summary>What is asked of a version.</summary>
    internal static AskItem Of(DocumentRecord record, DocumentRevision revision, Language reader, int? readBefore = null) => new()
    {
        Kind = record.Kind,
        Language = record.Language,
        Title = record.Title,
        Version = revision.Version,
        ContentHash = revision.ContentHash,
        Reason = revision.Note ?? (revision.Changed.Count == 0 ? "" : DocumentRevisionWords.Reason(revision, reader)),
        ReadBefore = readBefore,
    };
}
