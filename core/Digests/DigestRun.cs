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
            if (await SendUnsentAsync(engagement, due, context, now, cancellationToken) is { } item)
                items.Add(item);
        }

        return items;
    }

    /// <summary>One recipient's digest, if it is still due and unsent: null where it was sent, is paused, or a later one took its place.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="recipient">The id of the recipient.</param>
    /// <param name="day">The local day on which the digest is due.</param>
    /// <param name="context">Gathers what a digest is made of.</param>
    /// <param name="cancellationToken">Stops before it is sent.</param>
    public async Task<DigestRunItem?> SendDueAsync(
        Engagement engagement,
        string recipient,
        LocalDate day,
        Func<Recipient, LocalDate, CancellationToken, Task<DigestContext>> context,
        CancellationToken cancellationToken = default)
    {
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        return DigestSchedule.Due(engagement, now).FirstOrDefault(due => due.Recipient.Id == recipient && due.Day == day) is { } wanted
            ? await SendUnsentAsync(engagement, wanted, context, now, cancellationToken)
            : null;
    }

    /// <summary>What is due at a moment and neither sent nor paused by command.</summary>
    public async Task<IReadOnlyList<DueDigest>> UnsentAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        List<DueDigest> unsent = [];
        foreach (var due in DigestSchedule.Due(engagement, Instant.FromDateTimeOffset(clock.GetUtcNow())))
        {
            if (!(await ledger.FindAsync(engagement, due, cancellationToken)).IsSettled)
                unsent.Add(due);
        }

        return unsent;
    }

    /// <summary>Whether a due digest that is unsent needs an approval of its content as it is now; one of another content is none.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="due">The digest.</param>
    /// <param name="context">Gathers what it is made of; asked only where something was approved.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<bool> AwaitsReviewAsync(
        Engagement engagement, DueDigest due, Func<Recipient, LocalDate, CancellationToken, Task<DigestContext>> context, CancellationToken cancellationToken = default)
    {
        if (!due.Recipient.ReviewRequired)
            return false;
        var record = await ledger.FindAsync(engagement.Id, due.Recipient.Id, due.Period, cancellationToken);
        return !await IsApprovedAsync(record, () => context(due.Recipient, due.Day, cancellationToken), cancellationToken);
    }

    private async Task<DigestRunItem?> SendUnsentAsync(
        Engagement engagement,
        DueDigest due,
        Func<Recipient, LocalDate, CancellationToken, Task<DigestContext>> context,
        Instant now,
        CancellationToken cancellationToken)
    {
        var (record, settled) = await ledger.FindAsync(engagement, due, cancellationToken);
        if (settled)
            return null;
        var gathered = await context(due.Recipient, due.Day, cancellationToken);
        return await SendAsync(due, gathered, record, now, cancellationToken);
    }

    private async Task<DigestRunItem> SendAsync(DueDigest due, DigestContext context, DigestRecord? record, Instant now, CancellationToken cancellationToken)
    {
        var approved = await IsApprovedAsync(record, () => Task.FromResult(context), cancellationToken);
        var readiness = record?.Unfinished is not null ? DigestReadiness.Send : DigestSchedule.Readiness(due, context.Sources, approved, now);
        if (DigestSchedule.IsReviewDue(due, readiness, approved, now))
            await sender.AskReviewAsync(context, due, cancellationToken);
        if (readiness is DigestReadiness.AwaitSources or DigestReadiness.AwaitReview)
            return new(due, readiness, null);
        var receipt = await sender.SendAsync(context, unapproved: readiness == DigestReadiness.SendUnapproved, cancellationToken: cancellationToken);
        return new(due, readiness, receipt);
    }

    // What a former run began to send was approved, or left without.
    private async Task<bool> IsApprovedAsync(DigestRecord? record, Func<Task<DigestContext>> context, CancellationToken cancellationToken) =>
        record?.Unfinished is not null
        || (record?.Approval is { } approval && approval.ContentHash == (await sender.PreviewAsync(await context(), cancellationToken: cancellationToken)).ContentHash);
}
