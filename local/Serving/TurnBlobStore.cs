using System.Runtime.CompilerServices;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Serving;

/// <summary>The home's blobs, in the function's turn. A stream that was opened is good until the function ends.</summary>
public sealed class TurnBlobStore(HomeTurn turn) : IBlobStore
{
    /// <inheritdoc/>
    public async Task<Stream?> OpenReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task WriteAsync(
        EngagementId engagement, string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Blobs.WriteAsync(engagement, path, write, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobEntry> ListAsync(
        EngagementId engagement, string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var home = await turn.HomeAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var entry in home.Blobs.ListAsync(engagement, prefix, cancellationToken).ConfigureAwait(false))
            yield return entry;
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(EngagementId engagement, string path, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Blobs.DeleteAsync(engagement, path, cancellationToken).ConfigureAwait(false);
}
