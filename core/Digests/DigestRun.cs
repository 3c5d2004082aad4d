using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Digests;

/// <summary>Sends whatever is due and unsent; safe to run at any time and as often as one likes.</summary>
public sealed class DigestRun(IStateStore state, DigestSender sender, TimeProvider clock)
{
    private readonly DigestLedger ledger = new(state);

    /// <summary>Every due digest with what became of it; those sent by earlier runs are left out.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="context">Gathers what a digest is made of, for a recipient and the local day on which it is due.</param>
    /// <param name="cancellationToken">Stops between digests.</param>
    public async Task<IReadOnlyList<DigestRunItem>> SendDueAsync(
        Engagement engagement, Func<Recipient, LocalDate, CancellationToken, Task<DigestContext>> context, CancellationToken cancellationToken = default)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        List<DigestRunItem> items = [];
        foreach (var due in DigestSchedule.Due(engagement, now))
        {
            var record = await ledger.FindAsync(engagement.Id, due.Recipient.Id, due.Period, cancellationToken);
            if (record is { LastSent: not null, Unfinished: null })
                continue;
            if (await ledger.FindPauseAsync(engagement.Id, due.Recipient.Id, cancellationToken) is { } pause && pause.Holds(due.Day))
                continue;
            var gathered = await context(due.Recipient, due.Day, cancellationToken);
            items.Add(await SendAsync(due, gathered, record, now, cancellationToken));
        }

        return items;
    }

    private async Task<DigestRunItem> SendAsync(DueDigest due, DigestContext context, DigestRecord? record, Instant now, CancellationToken cancellationToken)
    {
        var approved = record?.Unfinished is not null
            || (record?.Approval is { } approval && approval.ContentHash == (await sender.PreviewAsync(context, cancellationToken: cancellationToken)).ContentHash);
        var readiness = record?.Unfinished is not null ? DigestReadiness.Send : DigestSchedule.Readiness(due, context.Sources, approved, now);
        if (readiness is DigestReadiness.AwaitSources or DigestReadiness.AwaitReview)
            return new(due, readiness, null);
        var receipt = await sender.SendAsync(context, unapproved: readiness == DigestReadiness.SendUnapproved, cancellationToken: cancellationToken);
        return new(due, readiness, receipt);
    }
}
