using System.Runtime.CompilerServices;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Benchmarks.Cost;

/// <summary>Counts the requests for blobs: reading, writing (a file of up to 4 MB is one), listing. Deleting is free.</summary>
internal sealed class CountedBlobs(IBlobStore inner, OperationCounts counts) : IBlobStore
{
    public Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default)
    {
        counts.Add("blob-read");
        return inner.OpenReadAsync(engagement, path, cancellationToken);
    }

    public Task WriteAsync(EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        counts.Add("blob-write");
        return inner.WriteAsync(engagement, path, write, cancellationToken);
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync(EngagementId engagement, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        counts.Add("blob-list");
        await foreach (var entry in inner.ListAsync(engagement, prefix, cancellationToken))
            yield return entry;
    }

    public Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) => inner.DeleteAsync(engagement, path, cancellationToken);
}
