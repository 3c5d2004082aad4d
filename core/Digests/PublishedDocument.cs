using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>A document that was published.</summary>
/// <param name="Title">Its title, in the reader's language where there is a choice.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="PublishedOn">The local day.</param>
public sealed record PublishedDocument(string Title, int Version, LocalDate PublishedOn)
{
    /// <summary>The blob of its file for readers, or null for none.</summary>
    public string? File { get; init; }

    /// <summary>Its place on the shelf, without an ending: <c>fr/engagement-brief</c>; null for none.</summary>
    public string? Shelf { get; init; }
}
