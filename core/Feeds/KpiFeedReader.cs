using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Feeds;

/// <summary>
/// Answers tools that ask for the KPIs: from what was computed last while nothing has changed since, else after one look at the facts, which is
/// kept for the next.
/// </summary>
public sealed class KpiFeedReader(IEngagementRegistry registry, IBlobStore blobs, IStateStore state, TimeProvider time)
{
    // No engagement is registered under it: what cannot be an id is looked up like one that is not there.
    private static readonly EngagementId Nobody = EngagementId.Parse("nobody");

    private readonly RegisteredEngagements engagements = new(registry);
    private readonly FeedTokens tokens = new(state, time);
    private readonly KpiFeedStore kept = new(blobs);
    private readonly StandingPrint prints = new(registry, blobs, state, time);
    private readonly StandingReader standings = new(blobs, state, time);

    /// <summary>The feed as a file.</summary>
    /// <param name="engagement">The engagement's id as it was sent.</param>
    /// <param name="format"><c>csv</c> or <c>json</c>.</param>
    /// <param name="token">The token as it was sent, or null.</param>
    /// <param name="language">The language of labels; null for the engagement's.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>
    /// Null where the token opens nothing: there is no such engagement, or it is closed, or the token is wrong or revoked, or there is no such
    /// format. Whoever asks is not told which.
    /// </returns>
    public async Task<KpiFeedFile?> ReadAsync(string engagement, string format, string? token, Language? language, CancellationToken cancellationToken = default)
    {
        var id = EngagementId.TryParse(engagement, out var parsed) ? parsed : Nobody;
        if (!await tokens.OpensAsync(id, token, cancellationToken).ConfigureAwait(false) || KpiFeedWriter.Find(format) is not { } writer)
            return null;
        if (await engagements.FindAsync(id, cancellationToken).ConfigureAwait(false) is not { State: not EngagementState.Closed } known)
            return null;
        return writer.Write(known.Id, await FeedAsync(known, cancellationToken).ConfigureAwait(false), language ?? known.Language);
    }

    private async Task<KpiFeed> FeedAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToInstant();
        var today = now.InZone(engagement.Zone).Date;
        var print = await prints.OfAsync(engagement, cancellationToken).ConfigureAwait(false);
        if (await kept.FindAsync(engagement.Id, cancellationToken).ConfigureAwait(false) is { } last && last.Day == today && last.Print == print)
            return last;
        var kpis = await standings.KpisAsync(engagement, new KpiRequest { At = today, Today = today }, cancellationToken).ConfigureAwait(false);
        var feed = KpiFeed.Of(engagement, kpis, today, print, now);
        await kept.KeepAsync(engagement.Id, feed, cancellationToken).ConfigureAwait(false);
        return feed;
    }
}
