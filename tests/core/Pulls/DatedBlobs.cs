using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Pulls;

/// <summary>Blobs that carry the time of the world.</summary>
internal sealed class DatedBlobs(InMemoryBlobStore inner, ManualTime time) : IBlobStore
{
    /// <summary>Runs after a listing, once.</summary>
    public Action? AfterNextList { get; set; }

    public Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) => inner.OpenReadAsync(engagement, path, cancellationToken);

    public Task WriteAsync(EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        inner.Now = time.Now;
        return inner.WriteAsync(engagement, path, write, cancellationToken);
    }

    public async IAsyncEnumerable<BlobEntry> ListAsync(EngagementId engagement, string prefix, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in inner.ListAsync(engagement, prefix, cancellationToken))
            yield return entry;
        var after = AfterNextList;
        AfterNextList = null;
        after?.Invoke();
    }

    public Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) => inner.DeleteAsync(engagement, path, cancellationToken);
}
