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
    private Snapshot? current;

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>The source, or the one that accepts nothing.</summary>
    /// <param name="engagement">The engagement as the URL says.</param>
    /// <param name="source">The source as the URL says.</param>
    /// <param name="refused">Whether a request was refused by what was known: then the directory is read again unless it is quite new.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async ValueTask<WebhookSender> FindAsync(string engagement, string source, bool refused, CancellationToken cancellationToken)
    {
        var snapshot = current;
        var kept = refused ? KeptAfterRefusal : Kept;
        if (snapshot is null || Now - snapshot.At >= kept)
            snapshot = await RefreshAsync(snapshot, cancellationToken).ConfigureAwait(false);
        return snapshot.Senders.GetValueOrDefault((engagement, source)) ?? WebhookSender.Nobody;
    }

    private Instant Now => Instant.FromDateTimeOffset(time.GetUtcNow());

    // One request reads; meanwhile the others go by what is known.
    private async Task<Snapshot> RefreshAsync(Snapshot? seen, CancellationToken cancellationToken)
    {
        if (seen is null)
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        else if (!await gate.WaitAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false))
            return seen;
        try
        {
            if (!ReferenceEquals(current, seen))
                return current!;
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

    private async Task<Snapshot> ReadAsync(CancellationToken cancellationToken)
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
                senders[(id.Value, settings.Source)] = new(id, settings, values);
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

    private sealed record Snapshot(Instant At, Dictionary<(string Engagement, string Source), WebhookSender> Senders);
}
