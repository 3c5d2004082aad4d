using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>
/// The sources of all engagements that are turned on, with their secrets, in memory: finding one that is not there costs the same as finding
/// one that is. It is read again after half a minute, and sooner when a request was refused, so that what was just turned on works.
/// </summary>
/// <param name="registry">The engagements.</param>
/// <param name="secrets">Their secrets.</param>
/// <param name="time">Ages what was read.</param>
public sealed class WebhookDirectory(IEngagementRegistry registry, ISecretStore secrets, TimeProvider time) : IDisposable
{
    private static readonly Duration Kept = Duration.FromSeconds(30);
    private static readonly Duration KeptAfterRefusal = Duration.FromSeconds(1);
    private readonly SemaphoreSlim gate = new(1, 1);
    private Dictionary<string, (string Yaml, Engagement Engagement)> read = new(StringComparer.Ordinal);
    private WebhookSources? current;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>The sources, read again where they are older than half a minute.</summary>
    internal async ValueTask<WebhookSources> FindAsync(CancellationToken cancellationToken)
    {
        var seen = current;
        return seen is not null && Now - seen.At < Kept ? seen : await RefreshAsync(seen, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What is newer than what a caller saw, read again where that is older than a second; null where nothing is.</summary>
    internal async ValueTask<WebhookSources?> FindNewerAsync(WebhookSources seen, CancellationToken cancellationToken)
    {
        var newest = current;
        if (newest is null || Now - newest.At >= KeptAfterRefusal)
            newest = await RefreshAsync(newest, cancellationToken).ConfigureAwait(false);
        return ReferenceEquals(newest, seen) ? null : newest;
    }

    /// <summary>Reads again at the next request: a secret has changed.</summary>
    internal void Forget() => current = null;

    /// <summary>Reads now, so that the first request need not wait for it; if that is refused, it is read once more.</summary>
    /// <exception cref="OpsException">Storage failed.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken = default)
    {
        var first = await FindAsync(cancellationToken).ConfigureAwait(false);
        current = first with { At = first.At - KeptAfterRefusal };
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    // One request reads; meanwhile the others go by what is known.
    private async Task<WebhookSources> RefreshAsync(WebhookSources? seen, CancellationToken cancellationToken)
    {
        if (seen is null)
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        else if (!await gate.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
            return seen;
        try
        {
            if (current is { } other && !ReferenceEquals(other, seen))
                return other;
            return current = await ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException failure) when (failure.Kind == FailureKind.Retriable && seen is not null)
        {
            // What storage cannot say now is as it was.
            return current = seen with { At = Now };
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<WebhookSources> ReadAsync(CancellationToken cancellationToken)
    {
        var at = Now;
        var senders = new Dictionary<(string, string), WebhookSender>();
        var next = new Dictionary<string, (string, Engagement)>(StringComparer.Ordinal);
        foreach (var id in await registry.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await ReadAsync(id, cancellationToken).ConfigureAwait(false) is not { } found)
                continue;
            next[id.Value] = found;
            if (found.Engagement.State == EngagementState.Closed)
                continue;
            foreach (var settings in found.Engagement.Webhooks)
            {
                var values = await secrets.FindAsync(id, SecretName.OfWebhook(settings.Source), cancellationToken).ConfigureAwait(false);
                var awaited = settings.Scheme == WebhookScheme.Notion
                    ? await NotionHandshake.AwaitedUntilAsync(secrets, id, settings.Source, cancellationToken).ConfigureAwait(false)
                    : null;
                senders[(id.Value, settings.Source)] = new(id, settings, values) { AwaitsUntil = awaited };
            }
        }

        read = next;
        return new(at, senders);
    }

    // A text is read once; a file that has errors counts as it was before.
    private async Task<(string Yaml, Engagement Engagement)?> ReadAsync(EngagementId id, CancellationToken cancellationToken)
    {
        var known = read.TryGetValue(id.Value, out var former) ? former : ((string Yaml, Engagement Engagement)?)null;
        if (await registry.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { } text)
            return null;
        if (known?.Yaml == text.Yaml)
            return known;
        try
        {
            return (text.Yaml, EngagementReader.Read(text, id));
        }
        catch (OpsException invalid) when (invalid.Kind == FailureKind.Refused)
        {
            return known;
        }
    }
}
