using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>
/// Timer <c>PullExports</c>, every 15 minutes: looks at the sources of engagements and enqueues each new export once (docs/sources.md). It
/// may be stopped anywhere and run twice at once: what is enqueued again has the same key. One source that fails stops no other.
/// </summary>
public sealed class ExportPuller
{
    private readonly EngagementRound round;
    private readonly IStateStore state;
    private readonly PullSources sources;
    private readonly InboxPull inbox;
    private readonly ItemPull items;
    private readonly UrlPull? urls;
    private readonly SourceWatch watch;

    /// <summary>Creates the puller.</summary>
    /// <param name="round">Goes over the engagements.</param>
    /// <param name="blobs">Gets the files.</param>
    /// <param name="state">Remembers them.</param>
    /// <param name="jobs">Enqueues them.</param>
    /// <param name="sources">What places are read with.</param>
    /// <param name="notices">Tells the OBM.</param>
    /// <param name="time">The clock.</param>
    /// <param name="limits">What pulling may take.</param>
    public ExportPuller(
        EngagementRound round, IBlobStore blobs, IStateStore state, JobSender jobs, PullSources sources, PullNotices notices, TimeProvider time, PullLimits limits)
    {
        var ledger = new PullLedger(state, time);
        (this.round, this.state, this.sources) = (round, state, sources);
        items = new(blobs, ledger, jobs, notices, time, limits);
        inbox = new(blobs, ledger, jobs, items, notices, time, limits);
        urls = sources.Web is null ? null : new(sources.Web, blobs, state, jobs, items, time, limits);
        watch = new(state, notices, time, limits);
    }

    /// <summary>Looks at all engagements.</summary>
    public async Task<RoundReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var failures = new List<RoundFailure>();
        var report = await round.RunAsync(
            async (engagement, token) =>
            {
                var one = await RunAsync(engagement, token).ConfigureAwait(false);
                failures.AddRange(one.Failures);
                return one.Sent;
            },
            cancellationToken).ConfigureAwait(false);
        return report with { Failures = [.. report.Failures, .. failures] };
    }

    /// <summary>Looks at one engagement; nothing is pulled for a closed one.</summary>
    public async Task<RoundReport> RunAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        var (sent, failures) = (0, new List<RoundFailure>());
        if (engagement.State == EngagementState.Closed)
            return new(sent, failures);
        try
        {
            sent += await inbox.RunAsync(engagement, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Add(new(engagement.Id, fault));
        }

        foreach (var place in SourcePlace.Of(engagement))
        {
            try
            {
                if (!await watch.MustWaitAsync(engagement, place, cancellationToken).ConfigureAwait(false))
                    sent += await PullAsync(engagement, place, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                var reason = fault as OpsException ?? PullFailure.Unexpected(fault);
                failures.Add(new(engagement.Id, PullFailure.At(place, reason)));
                await watch.FailsAsync(engagement, place, reason, cancellationToken).ConfigureAwait(false);
            }
        }

        return new(sent, failures);
    }

    /// <summary>Looks into the inbox of one engagement, which somebody says is not empty.</summary>
    /// <returns>How many files were enqueued.</returns>
    public Task<int> LookIntoInboxAsync(Engagement engagement, CancellationToken cancellationToken = default) =>
        engagement.State == EngagementState.Closed ? Task.FromResult(0) : inbox.RunAsync(engagement, cancellationToken);

    private async Task<int> PullAsync(Engagement engagement, SourcePlace place, CancellationToken cancellationToken)
    {
        var sent = 0;
        switch (place.Origin)
        {
            case MailboxOrigin:
                sent = await PullMailboxAsync(engagement, place, cancellationToken).ConfigureAwait(false);
                break;
            case DriveOrigin:
                sent = await new DrivePull(sources.Drive ?? throw PullFailure.NotSetUp(), state, items).RunAsync(engagement, place.Sources, cancellationToken).ConfigureAwait(false);
                break;
            case UrlOrigin:
                sent = await (urls ?? throw PullFailure.NotSetUp()).RunAsync(engagement, place.Sources[0], cancellationToken).ConfigureAwait(false);
                break;
        }

        await watch.WorksAsync(engagement, place, cancellationToken).ConfigureAwait(false);
        return sent;
    }

    private async Task<int> PullMailboxAsync(Engagement engagement, SourcePlace place, CancellationToken cancellationToken)
    {
        var count = new MailboxCount();
        try
        {
            await new MailboxPull(sources.Mailbox ?? throw PullFailure.NotSetUp(), items).RunAsync(engagement, place.Sources, count, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // What was moved is not found again.
            await watch.CountPartAsync(engagement, place, count, cancellationToken).ConfigureAwait(false);
            throw;
        }

        await watch.CountAsync(engagement, place, count, cancellationToken).ConfigureAwait(false);
        return count.Enqueued;
    }
}
