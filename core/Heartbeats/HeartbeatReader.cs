using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;

namespace OpsAutomation.Heartbeats;

/// <summary>
/// Compares what should have left with what has: the same schedule that timers ask, with its local days, times and pauses. A digest counts as
/// overdue an hour after its last moment, when four rounds of the timer have passed.
/// </summary>
public sealed class HeartbeatReader(IStateStore state, TimeProvider time)
{
    private static readonly Duration Grace = Duration.FromHours(1);
    private readonly DigestLedger ledger = new(state);

    /// <summary>The digests of an engagement that should have left and have not, in the order of its recipients.</summary>
    public async Task<IReadOnlyList<OverdueDigest>> ReadAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        var now = time.GetUtcNow().ToInstant();
        var overdue = new List<OverdueDigest>();
        foreach (var due in DigestSchedule.Due(engagement, now))
        {
            var since = due.LatestAt is { } latest && latest > due.DueAt ? latest : due.DueAt;
            if (since + Grace > now)
                continue;
            var (record, isSettled) = await ledger.FindAsync(engagement, due, cancellationToken).ConfigureAwait(false);
            if (isSettled)
                continue;
            var failure = await FailureAsync(engagement.Id, due, cancellationToken).ConfigureAwait(false);
            overdue.Add(new(engagement.Id, due, since, ReasonOf(due, record, failure, now), failure));
        }

        return overdue;
    }

    private static OverdueReason ReasonOf(DueDigest due, DigestRecord? record, DeadLetter? failure, Instant now)
    {
        if (failure is not null)
            return OverdueReason.Failed;
        var leavesUnapproved = due.Recipient.SendUnapproved && due.LatestAt <= now;
        return due.Recipient.ReviewRequired && !leavesUnapproved && record?.Unfinished is null ? OverdueReason.AwaitsApproval : OverdueReason.Unknown;
    }

    private async Task<DeadLetter?> FailureAsync(EngagementId engagement, DueDigest due, CancellationToken cancellationToken)
    {
        var id = DeadLetterBox.IdOf(JobQueues.Digests, engagement, DigestJobHandler.JobKey(due.Recipient.Id, due.Day));
        return await state.FindAsync(engagement, DeadLetterBox.KeyOf(id), cancellationToken).ConfigureAwait(false) is { } entry
            && DeadLetterJson.Read(engagement, entry) is { State: not DeadLetterState.Mended } letter
            ? letter
            : null;
    }
}
