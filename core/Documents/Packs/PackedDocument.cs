using NodaTime;

namespace OpsAutomation.Documents.Packs;

/// <summary>A document of a handover pack, as its index names it.</summary>
/// <param name="Kind">The id of its kind.</param>
/// <param name="Language">Its language.</param>
/// <param name="Title">Its title.</param>
/// <param name="Files">Its files by format: paths in the pack.</param>
public sealed record PackedDocument(string Kind, Language Language, string Title, IReadOnlyDictionary<string, string> Files)
{
    /// <summary>What it is for; null where the product no longer writes documents of its kind.</summary>
    public DocumentFamily? Family { get; init; }

    /// <summary>Its version; null where none was published: it was written for the pack.</summary>
    public int? Version { get; init; }

    /// <summary>Where it stands, in the index's language.</summary>
    public required string Status { get; init; }

    /// <summary>Who owns it; null where nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>The day by which it is to be reviewed; null where it need not be.</summary>
    public LocalDate? NextReview { get; init; }
}
