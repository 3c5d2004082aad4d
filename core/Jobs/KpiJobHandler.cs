using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Feeds;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Ports;
using OpsAutomation.Runs;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Jobs;

/// <summary>
/// Queue <c>kpis</c>: figures and milestones are looked at and kept, what changed is told, and the documents that rest on them are asked for.
/// </summary>
public sealed class KpiJobHandler(
    JobRun run, IEngagementRegistry registry, IBlobStore blobs, IStateStore state, JobSender jobs, IEventSink events, TimeProvider time)
{
    /// <summary>The key of the work: an engagement's KPIs are looked at as they stand, whoever asks.</summary>
    public const string JobKey = "kpis";

    private readonly StandingMarks marks = new(state);
    private readonly StandingPrint prints = new(registry, blobs, state, time);
    private readonly StandingReader standings = new(blobs, state, time);
    private readonly ChecklistStarter checklists = new(blobs, state, time);
    private readonly StandingNews news = new(state, events);
    private readonly DocumentFlow documents = new(state, jobs);
    private readonly DispatchLog log = new(state, time);
    private readonly FeedTokens feeds = new(state, time);
    private readonly KpiFeedStore feed = new(blobs);

    /// <summary>Handles a message.</summary>
    /// <returns>What the message became where it failed for good; else null.</returns>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task<DeadLetter?> HandleAsync(string message, CancellationToken cancellationToken = default) =>
        run.RunAsync<KpiJob>(JobQueues.Kpis, message, ComputeAsync, cancellationToken: cancellationToken);

    private async Task ComputeAsync(KpiJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToInstant();
        var today = now.InZone(engagement.Zone).Date;
        // Taken before the look: what changes during it is looked at again.
        var print = await prints.OfAsync(engagement, cancellationToken).ConfigureAwait(false);
        var last = await marks.FindAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        // Of many exports at once each asks for a look: the first one sees them all.
        if (last?.Day != today || last.Print != print)
            await LookAsync(engagement, new(today, print, (last?.Run ?? 0) + 1, now), cancellationToken).ConfigureAwait(false);
        await log.DoneAsync(engagement.Id, JobQueues.Kpis, job.Key, cancellationToken).ConfigureAwait(false);
    }

    // Kept last: whatever is cut short before is done again. A checklist that can never start keeps nothing else from being done.
    private async Task LookAsync(Engagement engagement, StandingMark mark, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var standing = await standings.ReadAsync(engagement, mark.Day, mark.Day, cancellationToken).ConfigureAwait(false);
        OpsMetrics.KpiDuration.Record(time.GetElapsedTime(begun).TotalSeconds);
        var refused = await StartAsync(standing, cancellationToken).ConfigureAwait(false);
        if (engagement.State is EngagementState.Active or EngagementState.Handover)
        {
            await news.TellAsync(standing, mark.At, cancellationToken).ConfigureAwait(false);
            await documents.BeginAsync(engagement, mark.Day, mark.Run, cancellationToken).ConfigureAwait(false);
        }

        // Whoever polls for the figures then costs no look of their own.
        if (await feeds.AnyAsync(engagement.Id, cancellationToken).ConfigureAwait(false))
            await feed.KeepAsync(engagement.Id, KpiFeed.Of(engagement, standing.Kpis, mark.Day, mark.Print, mark.At), cancellationToken).ConfigureAwait(false);
        await marks.KeepAsync(engagement.Id, mark, cancellationToken).ConfigureAwait(false);
        if (refused is not null)
            throw refused;
    }

    private async Task<OpsException?> StartAsync(Standing standing, CancellationToken cancellationToken)
    {
        try
        {
            await checklists.StartDueAsync(standing, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (OpsException fault) when (fault.Kind != FailureKind.Retriable)
        {
            return fault;
        }
    }
}
