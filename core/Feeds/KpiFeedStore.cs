using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Feeds;

/// <summary>Keeps the feed that was computed last, so that those who poll for it cost no look at the facts.</summary>
internal sealed class KpiFeedStore(IBlobStore blobs)
{
    private const string Path = "feed/kpis.json";

    /// <summary>The feed, or null where none was kept or what was kept cannot be read: it is computed anew then.</summary>
    public async Task<KpiFeed?> FindAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var stream = await blobs.OpenReadAsync(engagement, Path, cancellationToken).ConfigureAwait(false);
        if (stream is null)
            return null;
        await using (stream.ConfigureAwait(false))
        {
            try
            {
                return await JsonSerializer.DeserializeAsync(stream, KpiFeedJson.Default.KpiFeed, cancellationToken).ConfigureAwait(false);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    /// <summary>Keeps a feed in place of the last.</summary>
    public Task KeepAsync(EngagementId engagement, KpiFeed feed, CancellationToken cancellationToken) => blobs.WriteAsync(
        engagement, Path, (stream, token) => JsonSerializer.SerializeAsync(stream, feed, KpiFeedJson.Default.KpiFeed, token), cancellationToken);
}
