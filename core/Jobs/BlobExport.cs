using OpsAutomation.Engagements;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs;

/// <summary>
/// An export that lies in a blob, to be opened as often as its reading needs. A small one is held in memory; of a large one each opening
/// is a stream of the store's own, which can seek on every adapter.
/// </summary>
internal static class BlobExport
{
    // Sixteen exports at once, as the host takes them, must fit into a small instance.
    private const int LargestInMemory = 16 * 1024 * 1024;

    /// <summary>The content of a blob that nobody changes any more; null where there is none.</summary>
    public static async Task<ExportContent?> OpenAsync(
        IBlobStore blobs, EngagementId engagement, string path, string file, CancellationToken cancellationToken)
    {
        var stream = await blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false);
        if (stream is null)
            return null;
        await using (stream.ConfigureAwait(false))
        {
            var length = stream.Length;
            if (length > LargestInMemory)
                return new(file, length, () => Reopen(blobs, engagement, path, cancellationToken));
            var bytes = new byte[length];
            await stream.ReadExactlyAsync(bytes, cancellationToken).ConfigureAwait(false);
            return new(file, length, () => new MemoryStream(bytes, writable: false));
        }
    }

    // The readers of exports open their content from code that does not wait, on threads of the pool.
    private static Stream Reopen(IBlobStore blobs, EngagementId engagement, string path, CancellationToken cancellationToken) =>
        Task.Run(() => blobs.OpenReadAsync(engagement, path, cancellationToken), cancellationToken).GetAwaiter().GetResult()
        ?? throw new IOException("The blob of an export went away while it was read.");
}
