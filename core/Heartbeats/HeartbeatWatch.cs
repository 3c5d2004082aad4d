using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Notices;
using OpsAutomation.Ports;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Heartbeats;

/// <summary>
/// Timer <c>CheckHeartbeats</c>, hourly: "no digest left on Monday" is noticed here and not by its reader. The OBM hears of each digest once, or the
/// operator where she has no address. What waits for a person is not told on a day on which nobody works at the client's.
/// </summary>
public sealed class HeartbeatWatch(EngagementRound round, HeartbeatReader reader, IStateStore state, NoticeMail mail, TimeProvider time)
{
    private const string Collection = "told";

    /// <summary>Looks at all engagements.</summary>
    public async Task<HeartbeatReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var looked = 0;
        var overdue = new List<OverdueDigest>();
        var report = await round.RunAsync(
            async (engagement, token) =>
            {
                var found = await reader.ReadAsync(engagement, token).ConfigureAwait(false);
                looked++;
                overdue.AddRange(found);
                return await TellAsync(engagement, found, token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        OpsMetrics.DigestsOverdue.Record(overdue.Count);
        return new(looked, overdue, report);
    }

    private async Task<int> TellAsync(Engagement engagement, IReadOnlyList<OverdueDigest> overdue, CancellationToken cancellationToken)
    {
        var told = 0;
        var isWorkingDay = WorkingDays.Of(engagement).IsWorkingDay(time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date);
        foreach (var digest in overdue)
        {
            if (digest.Reason == OverdueReason.AwaitsApproval && !isWorkingDay)
                continue;
            if (await TellAsync(engagement, digest, cancellationToken).ConfigureAwait(false))
                told++;
        }

        return told;
    }

    private async Task<bool> TellAsync(Engagement engagement, OverdueDigest digest, CancellationToken cancellationToken)
    {
        var id = $"digest/{digest.Due.Recipient.Id}/{LocalDatePattern.Iso.Format(digest.Due.Day)}";
        var key = new StateKey(Collection, id);
        var obm = engagement.PersonAs(PersonRole.Obm);
        if ((obm?.Email ?? mail.App.Mailbox) is not { } address || await state.FindAsync(engagement.Id, key, cancellationToken).ConfigureAwait(false) is not null)
            return false;
        var to = new MailAddress(address, obm?.Email is null ? null : obm.Name);
        if (!await mail.SendAsync(engagement.Id, $"overdue\n{engagement.Id}\n{id}", engagement.Sender, to, OverdueNotice.Compose(engagement, digest), cancellationToken).ConfigureAwait(false))
            return false;
        await state.CommitAsync(engagement.Id, [StateChange.Put(key, $"\"{InstantPattern.ExtendedIso.Format(time.GetUtcNow().ToInstant())}\"")], cancellationToken).ConfigureAwait(false);
        return true;
    }
}
