using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Notices;
using OpsAutomation.Ports;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Heartbeats;

/// <summary>
/// Timer <c>CheckHeartbeats</c>, hourly: "no digest left on Monday" is noticed here and not by its reader. The OBM hears of each digest once, in one mail a
/// look over all her clients, or the operator where she has no address. What waits for a person is not told on a day on which nobody works at the client's;
/// what nothing is known to hold up is told at the second look, since an app that was down is catching up at the first.
/// </summary>
public sealed class HeartbeatWatch(EngagementRound round, HeartbeatReader reader, IStateStore state, NoticeMail mail, TimeProvider time)
{
    private const int HourOfTidying = 3;
    private static readonly Duration CatchingUp = Duration.FromMinutes(30);
    private readonly OverdueMarks marks = new(state);

    /// <summary>Looks at all engagements.</summary>
    public async Task<HeartbeatReport> RunAsync(CancellationToken cancellationToken = default)
    {
        var looked = 0;
        var overdue = new List<OverdueDigest>();
        var untold = new List<Untold>();
        var report = await round.RunAsync(
            async (engagement, token) =>
            {
                var found = await reader.ReadAsync(engagement, token).ConfigureAwait(false);
                looked++;
                overdue.AddRange(found);
                untold.AddRange(await UntoldAsync(engagement, found, token).ConfigureAwait(false));
                return 0;
            },
            cancellationToken).ConfigureAwait(false);
        OpsMetrics.DigestsOverdue.Record(overdue.Count);
        return new(looked, overdue, await TellAsync(untold, report, cancellationToken).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<Untold>> UntoldAsync(Engagement engagement, IReadOnlyList<OverdueDigest> overdue, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToInstant();
        var today = now.InZone(engagement.Zone).Date;
        // Marks are made where something is late; at one hour of the day those of better weeks go too.
        if (overdue.Count > 0 || now.InUtc().Hour == HourOfTidying)
            await marks.RemovePastAsync(engagement.Id, today, cancellationToken).ConfigureAwait(false);
        var obm = engagement.PersonAs(PersonRole.Obm);
        if (overdue.Count == 0 || (obm?.Email ?? mail.App.Mailbox) is not { } address)
            return [];
        var isWorkingDay = WorkingDays.Of(engagement).IsWorkingDay(today);
        var untold = new List<Untold>();
        foreach (var digest in overdue)
        {
            if (digest.Reason == OverdueReason.AwaitsApproval && !isWorkingDay)
                continue;
            var id = OverdueMarks.IdOf(digest);
            var mark = await marks.FindAsync(engagement.Id, id, cancellationToken).ConfigureAwait(false);
            if (mark is { IsSent: true })
                continue;
            if (mark is null && digest.Reason == OverdueReason.Unknown && now - await marks.FirstSeenAsync(engagement.Id, id, now, cancellationToken).ConfigureAwait(false) < CatchingUp)
                continue;
            untold.Add(new(engagement, digest, id, new MailAddress(address.Trim(), obm?.Email is null ? null : obm.Name), mark));
        }

        return untold;
    }

    private async Task<RoundReport> TellAsync(IReadOnlyList<Untold> untold, RoundReport report, CancellationToken cancellationToken)
    {
        var sent = 0;
        var failures = new List<RoundFailure>(report.Failures);
        // What a look before this one was about to tell and was cut off from stays a mail of its own: it may have left.
        foreach (var group in untold.GroupBy(one => (Address: one.To.Address.ToLowerInvariant(), one.Mark)))
        {
            try
            {
                var mark = group.Key.Mark ?? new(KeyOf(group), group.DistinctBy(one => one.Engagement.Id).Count() > 1, IsSent: false);
                sent += await TellAsync([.. group], mark, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            }
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
            {
                failures.Add(new(EngagementId.App, fault));
            }
        }

        return new(sent, failures);
    }

    // The marks first name the mail: whatever dies in between, no digest is told of by two.
    private async Task<bool> TellAsync(IReadOnlyList<Untold> group, OverdueMark mark, CancellationToken cancellationToken)
    {
        await MarkAsync(group, mark, cancellationToken).ConfigureAwait(false);
        var partition = mark.IsShared ? EngagementId.App : group[0].Engagement.Id;
        var sender = mark.IsShared ? mail.SenderOver(group.Select(one => one.Engagement)) : group[0].Engagement.Sender;
        var notice = OverdueNotice.Compose([.. group.Select(one => (one.Engagement, one.Digest))]);
        if (!await mail.SendAsync(partition, $"overdue\n{mark.Mail}", sender, group[0].To, notice, cancellationToken).ConfigureAwait(false))
            return false;
        await MarkAsync(group, mark with { IsSent = true }, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private async Task MarkAsync(IReadOnlyList<Untold> group, OverdueMark mark, CancellationToken cancellationToken)
    {
        foreach (var own in group.GroupBy(one => one.Engagement.Id))
            await marks.PutAsync(own.Key, own.Select(one => one.Id), mark, cancellationToken).ConfigureAwait(false);
    }

    private static string KeyOf(IEnumerable<Untold> group) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', group.Select(one => $"{one.Engagement.Id} {one.Id}").Order(StringComparer.Ordinal)))))[..32];

    private sealed record Untold(Engagement Engagement, OverdueDigest Digest, string Id, MailAddress To, OverdueMark? Mark);
}
