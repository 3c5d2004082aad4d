using System.Runtime.CompilerServices;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.CrashHost;

/// <summary>Blobs whose dates are told by the clock that the app goes by.</summary>
internal sealed class ShiftedBlobs(IBlobStore blobs, TimeSpan shift) : IBlobStore
{
    private readonly Duration shift = Duration.FromTimeSpan(shift);

    public Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) =>
        blobs.OpenReadAsync(engagement, path, cancellationToken);

    public Task WriteAsync(EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default) =>
        blobs.WriteAsync(engagement, path, write, cancellationToken);

    public async IAsyncEnumerable<BlobEntry> ListAsync(EngagementId engagement, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in blobs.ListAsync(engagement, prefix, cancellationToken))
            yield return entry with { Modified = entry.Modified + shift };
    }

    public Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) => blobs.DeleteAsync(engagement, path, cancellationToken);
}
