using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Jobs;

/// <summary>
/// Queue <c>kpis</c>: figures and milestones are looked at and kept, what changed is told, and the documents that rest on them are asked for.
/// </summary>
public sealed class KpiJobHandler(
    JobRun run, IEngagementRegistry registry, IBlobStore blobs, IStateStore state, JobSender jobs, IEventSink events, TimeProvider time)
{
    /// <summary>The key of the work: an engagement's KPIs are looked at as they stand, whoever asks.</summary>
    public const string JobKey = "kpis";

    private readonly StandingMarks marks = new(registry, state, time);
    private readonly StandingReader standings = new(blobs, state, time);
    private readonly StandingNews news = new(state, events);
    private readonly DocumentFlow documents = new(state, jobs);
    private readonly DispatchLog log = new(state, time);

    /// <summary>Handles a message.</summary>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task HandleAsync(string message, CancellationToken cancellationToken = default) =>
        run.RunAsync<KpiJob>(JobQueues.Kpis, message, ComputeAsync, cancellationToken: cancellationToken);

    private async Task ComputeAsync(KpiJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToInstant();
        var today = now.InZone(engagement.Zone).Date;
        // Taken before the look: what changes during it is looked at again.
        var print = await marks.PrintAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var last = await marks.FindAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var number = (last?.Run ?? 0) + 1;
        var standing = await standings.ReadAsync(engagement, today, today, cancellationToken).ConfigureAwait(false);
        if (engagement.State is EngagementState.Active or EngagementState.Handover)
        {
            await news.TellAsync(standing, now, cancellationToken).ConfigureAwait(false);
            await documents.BeginAsync(engagement, today, number, cancellationToken).ConfigureAwait(false);
        }

        await marks.KeepAsync(engagement.Id, new(today, print, number, now), cancellationToken).ConfigureAwait(false);
        await log.DoneAsync(engagement.Id, JobQueues.Kpis, job.Key, cancellationToken).ConfigureAwait(false);
    }
}
