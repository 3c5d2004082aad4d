using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Audit;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Publishing;

/// <summary>
/// Brings a wiki to where the documents are: what is in force has its page there, what was retired is in the wiki's bin. What is as it should be is not
/// touched, and what people changed in the wiki is left to them.
/// </summary>
public sealed class WikiPublisher(IBlobStore blobs, IStateStore state, Wikis wikis, TimeProvider time)
{
    private readonly PageReader reader = new(blobs, state);
    private readonly PublishedPages pages = new(state);

    /// <summary>Publishes to a target. Run again, it does nothing; cut short, it goes on where it was.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="target">The target.</param>
    /// <param name="request">What beyond the usual is asked for.</param>
    /// <param name="cancellationToken">Stops between two pages.</param>
    /// <exception cref="OpsException">Refused: something must be mended; thrown when all other pages were seen to. Retriable: the wiki is away, or another run publishes there.</exception>
    public async Task<PublishingReport> PublishAsync(
        Engagement engagement, PublishingTarget target, PublishingRequest? request = null, CancellationToken cancellationToken = default)
    {
        var wiki = wikis.Of(target);
        var claim = new PublishingClaim(state, time, engagement.Id, target.Id);
        await claim.TakeAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunAsync(engagement, target, request ?? new(), wiki, claim, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await claim.ReleaseAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Whether there is something to publish at a target that no run has seen to yet.</summary>
    public async Task<bool> IsDueAsync(Engagement engagement, PublishingTarget target, CancellationToken cancellationToken = default)
    {
        var known = await KnownAsync(engagement, target, cancellationToken).ConfigureAwait(false);
        foreach (var record in await reader.RecordsAsync(engagement, target, TodayOf(engagement), cancellationToken).ConfigureAwait(false))
        {
            foreach (var (key, _) in PageReader.PagesOf(target, record))
            {
                var page = known.GetValueOrDefault(key);
                if (PageReader.IsInForce(record) ? page?.Text != PageReader.PrintOf(record) : PageReader.IsWithdrawn(record) && page is { State: PublishedState.Published })
                    return true;
            }
        }

        return false;
    }

    private async Task<PublishingReport> RunAsync(
        Engagement engagement, PublishingTarget target, PublishingRequest request, IWiki wiki, PublishingClaim claim, CancellationToken cancellationToken)
    {
        var today = TodayOf(engagement);
        var sync = new PageSync(wiki, pages, engagement, target, today);
        var known = await KnownAsync(engagement, target, cancellationToken).ConfigureAwait(false);
        var (changed, conflicts, unchanged) = (new List<PublishedPage>(), new List<PublishedPage>(), 0);
        OpsException? refused = null;
        foreach (var record in await reader.RecordsAsync(engagement, target, today, cancellationToken).ConfigureAwait(false))
        {
            foreach (var (key, format) in PageReader.PagesOf(target, record))
            {
                try
                {
                    await claim.RenewAsync(cancellationToken).ConfigureAwait(false);
                    var before = known.GetValueOrDefault(key);
                    var after = await OneAsync(sync, record, key, format, before, request, engagement, cancellationToken).ConfigureAwait(false);
                    if (after is null)
                        continue;
                    if (after.IsConflict)
                        conflicts.Add(after);
                    else if (before is not null && before.State == after.State && before.Hash == after.Hash && before.RemoteId == after.RemoteId)
                        unchanged++;
                    else
                        changed.Add(after);
                }
                catch (OpsException fault) when (fault.Kind == FailureKind.Refused)
                {
                    refused ??= fault;
                }
            }
        }

        return refused is null ? new(changed, conflicts, unchanged) : throw refused;
    }

    private async Task<PublishedPage?> OneAsync(
        PageSync sync, DocumentRecord record, string key, string? format, PublishedPage? before, PublishingRequest request, Engagement engagement,
        CancellationToken cancellationToken)
    {
        if (!PageReader.IsInForce(record))
            return PageReader.IsWithdrawn(record) && before is not null ? await sync.RetireAsync(before, request, cancellationToken).ConfigureAwait(false) : null;
        if (before is { State: PublishedState.Published, Sending: null } && before.Text == PageReader.PrintOf(record) && !request.Rechecks)
            return before;
        var content = await reader.ReadAsync(engagement, record, key, format, cancellationToken).ConfigureAwait(false);
        if (content is null)
            return null;
        var force = request.Overwrites(record.Kind);
        if (force && before is { IsConflict: true })
            await state.CommitAsync(engagement.Id, [AuditLog.LineOf(time, request.By, AuditAction.PageOverwritten, $"{before.Target}/{key}")], cancellationToken).ConfigureAwait(false);
        return await sync.BringAsync(content, record, before, force, request.Rechecks, cancellationToken).ConfigureAwait(false);
    }

    private LocalDate TodayOf(Engagement engagement) => time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;

    private async Task<Dictionary<string, PublishedPage>> KnownAsync(Engagement engagement, PublishingTarget target, CancellationToken cancellationToken) =>
        (await pages.ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false))
            .Where(page => page.Target == target.Id)
            .ToDictionary(page => page.Page, StringComparer.Ordinal);
}
