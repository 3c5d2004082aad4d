using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>
/// Timer <c>SendDueDigests</c>, every 15 minutes: one message for each recipient whose digest is due and unsent. After downtime the newest due
/// digest of each goes, once.
/// </summary>
public sealed class DigestDispatcher(EngagementRound round, IStateStore state, IMailer mailer, JobSender jobs, TimeProvider time)
{
    private readonly DigestRun digests = new(state, new DigestSender(state, mailer, time), time);
    private readonly DispatchLog log = new(state, time);
    private readonly ExportTrace exports = new(state, time);

    /// <summary>Sends the messages that are due.</summary>
    public Task<RoundReport> RunAsync(CancellationToken cancellationToken = default) => round.RunAsync(SeeToAsync, cancellationToken);

    private async Task<int> SeeToAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var sent = 0;
        foreach (var due in await digests.UnsentAsync(engagement, cancellationToken).ConfigureAwait(false))
        {
            var key = DigestJobHandler.JobKey(due.Recipient.Id, due.Day);
            if (await log.IsUnderWayAsync(engagement.Id, JobQueues.Digests, key, key, cancellationToken).ConfigureAwait(false))
                continue;
            var trace = await exports.FindAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
            var job = new DigestJob(engagement.Id, key, due.Recipient.Id, due.Day) { TraceParent = trace.Parent, TraceState = trace.State };
            await jobs.SendAsync(job, cancellationToken: cancellationToken).ConfigureAwait(false);
            await log.SentAsync(engagement.Id, JobQueues.Digests, key, key, cancellationToken).ConfigureAwait(false);
            sent++;
        }

        return sent;
    }
}
