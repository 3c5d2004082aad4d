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
/// operator where she has no address. What waits for a person is not told on a day on which nobody works at the client's; what nothing is known to
/// hold up is told at the second look, since an app that was down is catching up at the first.
/// </summary>
public sealed class HeartbeatWatch(EngagementRound round, HeartbeatReader reader, IStateStore state, NoticeMail mail, TimeProvider time)
{
    private const string Collection = "told";
    private static readonly Duration CatchingUp = Duration.FromMinutes(30);

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
        var now = time.GetUtcNow().ToInstant();
        var obm = engagement.PersonAs(PersonRole.Obm);
        if ((obm?.Email ?? mail.App.Mailbox) is not { } address || await state.FindAsync(engagement.Id, key, cancellationToken).ConfigureAwait(false) is not null)
            return false;
        if (digest.Reason == OverdueReason.Unknown && now - await FirstSeenAsync(engagement.Id, id, now, cancellationToken).ConfigureAwait(false) < CatchingUp)
            return false;
        var to = new MailAddress(address, obm?.Email is null ? null : obm.Name);
        if (!await mail.SendAsync(engagement.Id, $"overdue\n{engagement.Id}\n{id}", engagement.Sender, to, OverdueNotice.Compose(engagement, digest), cancellationToken).ConfigureAwait(false))
            return false;
        await state.CommitAsync(engagement.Id, [StateChange.Put(key, Stamp(now))], cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task<Instant> FirstSeenAsync(EngagementId engagement, string id, Instant now, CancellationToken cancellationToken)
    {
        if (await state.FindAsync(engagement, SeenKey(id), cancellationToken).ConfigureAwait(false) is { } seen)
            return InstantPattern.ExtendedIso.Parse(seen.Value.Trim('"')).Value;
        await state.CommitAsync(engagement, [StateChange.Put(SeenKey(id), Stamp(now))], cancellationToken).ConfigureAwait(false);
        return now;
    }

    private static StateKey SeenKey(string id) => new(Collection, "seen/" + id);

    private static string Stamp(Instant moment) => $"\"{InstantPattern.ExtendedIso.Format(moment)}\"";
}
