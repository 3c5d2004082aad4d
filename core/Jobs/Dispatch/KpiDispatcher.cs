using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>Timer <c>RefreshKpis</c>, hourly: asks for the engagements whose local day has changed, or where there is something new since their last look.</summary>
public sealed class KpiDispatcher(
    EngagementRound round, IEngagementRegistry registry, IBlobStore blobs, IStateStore state, JobSender jobs, TimeProvider time)
{
    private readonly StandingMarks marks = new(state);
    private readonly StandingPrint prints = new(registry, blobs, state, time);
    private readonly DispatchLog log = new(state, time);

    /// <summary>Sends the messages that are due.</summary>
    public Task<RoundReport> RunAsync(CancellationToken cancellationToken = default) => round.RunAsync(SeeToAsync, cancellationToken);

    private async Task<int> SeeToAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        // While an engagement is framed nothing is due, but figures that cannot be computed later are kept.
        if (engagement.State == EngagementState.Closed)
            return 0;
        var today = time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;
        var print = await prints.OfAsync(engagement, cancellationToken).ConfigureAwait(false);
        if (await marks.FindAsync(engagement.Id, cancellationToken).ConfigureAwait(false) is { } last && last.Day == today && last.Print == print)
            return 0;
        var asked = $"{LocalDatePattern.Iso.Format(today)} {print}";
        if (await log.IsUnderWayAsync(engagement.Id, JobQueues.Kpis, KpiJobHandler.JobKey, asked, cancellationToken).ConfigureAwait(false))
            return 0;
        await jobs.SendAsync(new KpiJob(engagement.Id, KpiJobHandler.JobKey), cancellationToken: cancellationToken).ConfigureAwait(false);
        await log.SentAsync(engagement.Id, JobQueues.Kpis, KpiJobHandler.JobKey, asked, cancellationToken).ConfigureAwait(false);
        return 1;
    }
}
