using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Pulls;

/// <summary>One file at its source.</summary>
/// <param name="Id">Where its record is kept: the kind of place and the hash of where the file is.</param>
/// <param name="Version">Changes whenever its content does.</param>
/// <param name="Name">Its name at the source: any text.</param>
/// <param name="Source">The source that it belongs to, or null.</param>
/// <param name="Moment">Of when its data are, or null where nobody can tell.</param>
internal sealed record PullItem(string Id, string Version, string Name, SourceSettings? Source, Instant? Moment)
{
    /// <summary>The same for the same content, where the source tells it; else null.</summary>
    public string? ContentHash { get; init; }

    /// <summary>The key of the work: the same however often this version is found.</summary>
    public string Key => $"{Id[..Id.IndexOf('/', StringComparison.Ordinal)]}-{PullKey.Of(Id, Version)}";
}
