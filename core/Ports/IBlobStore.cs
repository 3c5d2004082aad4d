using OpsAutomation.Engagements;

namespace OpsAutomation.Ports;

/// <summary>
/// Files of an engagement: exports, facts, rejections, documents. A path is relative, with <c>/</c> between its parts, such as
/// <c>facts/deal/0001.facts</c>; parts never hold <c>..</c>. One engagement never sees another's.
/// </summary>
public interface IBlobStore
{
    /// <summary>Opens a blob for reading from its start, or null where there is none.</summary>
    Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a blob as a whole: it appears, or replaces the former one, only when <paramref name="write"/> has ended without an exception.
    /// </summary>
    Task WriteAsync(EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default);

    /// <summary>The blobs whose path starts with the prefix, in ordinal order of their paths.</summary>
    IAsyncEnumerable<BlobEntry> ListAsync(EngagementId engagement, string prefix, CancellationToken cancellationToken = default);

    /// <summary>Removes a blob; one that is not there is no error.</summary>
    Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default);
}
