using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>Keeps what is wrong with sources, tells the OBM once, and leaves a service alone for as long as it asked.</summary>
internal sealed class SourceWatch(IStateStore state, PullNotices notices, TimeProvider time, PullLimits limits)
{
    private readonly SourceStatuses statuses = new(state);

    /// <summary>Whether a place is to be left alone for now.</summary>
    public async Task<bool> MustWaitAsync(Engagement engagement, SourcePlace place, CancellationToken cancellationToken)
    {
        foreach (var source in place.Sources)
        {
            var status = await statuses.FindAsync(engagement.Id, source.Id, cancellationToken).ConfigureAwait(false);
            if (status.Place == place.Id && status.NotBefore > Now.ToUnixTimeMilliseconds())
                return true;
        }

        return false;
    }

    /// <summary>Notes that a place works.</summary>
    public async Task WorksAsync(Engagement engagement, SourcePlace place, CancellationToken cancellationToken)
    {
        foreach (var source in place.Sources)
        {
            await statuses.ChangeAsync(
                engagement.Id,
                source.Id,
                known => known with { Problem = null, IsPrecondition = false, SinceMilliseconds = null, Told = false, NotBefore = null, Place = null },
                cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that a place fails, and tells: what a person has to mend at once, what the service may mend itself after a while.</summary>
    public async Task FailsAsync(Engagement engagement, SourcePlace place, OpsException reason, CancellationToken cancellationToken)
    {
        var isPrecondition = reason.Kind != FailureKind.Retriable;
        var notBefore = NotBefore(place, reason);
        var failing = new List<SourceStatus>();
        foreach (var source in place.Sources)
        {
            failing.Add(await statuses.ChangeAsync(engagement.Id, source.Id, known => known with
            {
                Problem = reason.Text,
                IsPrecondition = isPrecondition,
                SinceMilliseconds = known.SinceMilliseconds ?? Now.ToUnixTimeMilliseconds(),
                NotBefore = notBefore?.ToUnixTimeMilliseconds(),
                Place = place.Id,
                Told = known.Told && (known.IsPrecondition || !isPrecondition),
            }, cancellationToken).ConfigureAwait(false));
        }

        var since = failing.Min(status => status.Since!.Value);
        if (failing.TrueForAll(status => status.Told) || (!isPrecondition && Now - since < limits.Patience))
            return;
        if (await notices.FailsAsync(engagement, place, reason.Text, since, isPrecondition, cancellationToken).ConfigureAwait(false))
        {
            foreach (var status in failing)
                await statuses.ChangeAsync(engagement.Id, status.Source, known => known.Problem is null ? known : known with { Told = true }, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes what lies in a mailbox folder besides exports, and tells of each kind once until it is mended.</summary>
    public async Task CountAsync(Engagement engagement, SourcePlace place, MailboxCount count, CancellationToken cancellationToken)
    {
        foreach (var source in place.Sources)
        {
            var without = count.WithoutExport.Count(id => id == source.Id);
            var hasExport = count.WithExport.Contains(source.Id);
            var status = await statuses.ChangeAsync(engagement.Id, source.Id, known => known with
            {
                // Of several sources in one folder, the first tells of what belongs to none.
                Strangers = source == place.Sources[0] ? count.Strangers : 0,
                StrangersTold = known.StrangersTold && count.Strangers > 0,
                WithoutExport = hasExport ? without : known.WithoutExport + without,
                WithoutExportTold = known.WithoutExportTold && !hasExport,
            }, cancellationToken).ConfigureAwait(false);
            await TellAsync(engagement, source, status, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes what a look that failed midway found: messages without an export that were moved. All else a whole look says.</summary>
    public async Task CountPartAsync(Engagement engagement, SourcePlace place, MailboxCount count, CancellationToken cancellationToken)
    {
        foreach (var source in place.Sources)
        {
            var without = count.WithoutExport.Count(id => id == source.Id);
            var status = await statuses.ChangeAsync(
                engagement.Id, source.Id, known => known with { WithoutExport = known.WithoutExport + without }, cancellationToken).ConfigureAwait(false);
            await TellAsync(engagement, source, status, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(Engagement engagement, SourceSettings source, SourceStatus status, CancellationToken cancellationToken)
    {
        if (status is { Strangers: > 0, StrangersTold: false } && await notices.StrangersAsync(engagement, source, status.Strangers, Now, cancellationToken).ConfigureAwait(false))
            await statuses.ChangeAsync(engagement.Id, source.Id, known => known with { StrangersTold = true }, cancellationToken).ConfigureAwait(false);
        if (status is { WithoutExport: > 0, WithoutExportTold: false } && await notices.WithoutExportAsync(engagement, source, status.WithoutExport, Now, cancellationToken).ConfigureAwait(false))
            await statuses.ChangeAsync(engagement.Id, source.Id, known => known with { WithoutExportTold = true }, cancellationToken).ConfigureAwait(false);
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    // A link that a person must mend is asked again at its next time, at the latest tomorrow; the timer is the schedule of all other places.
    private Instant? NotBefore(SourcePlace place, OpsException reason) => reason switch
    {
        { Kind: FailureKind.Retriable, RetryAfter: { } wait } => Now + Duration.FromTimeSpan(wait),
        { Kind: not FailureKind.Retriable } when place.Origin is UrlOrigin url => Now + (url.Every == PullSchedule.Hour ? Duration.FromHours(1) : Duration.FromDays(1)),
        _ => null,
    };
}
