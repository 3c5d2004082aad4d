using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Privacy;
using OpsAutomation.Runs;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>
/// Timer <c>PublishDueDocuments</c>, hourly: documents of the plan that were never written, and those of the cadence that are not of today, or not of the latest of their days. Mostly
/// the day's look at the KPIs has asked for them already; this catches what was left on the way, and what was added to the plan. Once a day it removes
/// what the engagement is no longer to keep.
/// </summary>
public sealed class DocumentDispatcher(EngagementRound round, IStateStore state, JobSender jobs, RetentionSweep retention, TimeProvider time)
{
    // What the look at the KPIs asked for is on its way for so long.
    private static readonly Duration OnItsWay = Duration.FromMinutes(30);

    private readonly StandingMarks marks = new(state);
    private readonly DocumentFlow flow = new(state, jobs);
    private readonly DispatchLog log = new(state, time);

    /// <summary>Sends the messages that are due.</summary>
    public Task<RoundReport> RunAsync(CancellationToken cancellationToken = default) => round.RunAsync(SeeToAsync, cancellationToken);

    private async Task<int> SeeToAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var sent = await AskAsync(engagement, cancellationToken).ConfigureAwait(false);
        await retention.RunAsync(engagement, cancellationToken).ConfigureAwait(false);
        return sent;
    }

    private async Task<int> AskAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToInstant();
        var today = now.InZone(engagement.Zone).Date;
        // Before the day's look the documents would tell of yesterday's figures.
        if (engagement.State is not (EngagementState.Active or EngagementState.Handover)
            || await marks.FindAsync(engagement.Id, cancellationToken).ConfigureAwait(false) is not { } look
            || look.Day != today
            || look.At + OnItsWay > now)
            return 0;
        var done = await flow.ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var sent = 0;
        foreach (var kind in DocumentLibrary.PlanFor(engagement))
        {
            var written = done.TryGetValue(kind.Id, out var mark) ? mark.Day : (LocalDate?)null;
            if (CadenceCalendar.HasDays(kind.Id)
                ? !CadenceCalendar.IsDue(engagement, kind.Id, today, written)
                : written is not null && (kind.Family != DocumentFamily.Cadence || written >= today))
                continue;
            var key = DocumentFlow.JobKey(kind.Id);
            var asked = LocalDatePattern.Iso.Format(today);
            if (await log.IsUnderWayAsync(engagement.Id, JobQueues.Documents, key, asked, cancellationToken).ConfigureAwait(false))
                continue;
            await jobs.SendAsync(new DocumentJob(engagement.Id, key, kind.Id, today), cancellationToken: cancellationToken).ConfigureAwait(false);
            await log.SentAsync(engagement.Id, JobQueues.Documents, key, asked, cancellationToken).ConfigureAwait(false);
            sent++;
        }

        return sent;
    }
}
