using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Digests;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents.Asking;

/// <summary>
/// Asks readers by mail to acknowledge what is in force, and approvers to approve drafts: each person once for each content, all that there is to ask of
/// somebody in one mail. The mail is recorded before the mailer is asked, and the mailer delivers a key once, so that a crash at any line is mended by asking again.
/// </summary>
/// <param name="blobs">The documents.</param>
/// <param name="state">Records.</param>
/// <param name="mailer">Sends.</param>
/// <param name="time">The clock.</param>
/// <param name="mailbox">The operator's mailbox, for engagements that name no sender; null for none.</param>
/// <param name="links">Makes the links; null where the app has no public address: then nobody is asked, since a mail without one would be of no use.</param>
public sealed class DocumentAsks(IBlobStore blobs, IStateStore state, IMailer mailer, TimeProvider time, string? mailbox = null, DigestLinks? links = null)
{
    private const int Attempts = 20;

    private readonly DocumentStore store = new(blobs, state);
    private readonly AskBook book = new(state);
    private readonly AskSilence silence = new(state);

    /// <summary>Asks everybody of an engagement who is to be asked.</summary>
    /// <returns>The mails that left, and who waits for one.</returns>
    /// <exception cref="OpsException">Refused: a mail was not taken, the others were sent. Retriable: the mailer failed.</exception>
    public async Task<AskReport> RunAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        if (engagement.State is not (EngagementState.Active or EngagementState.Handover) || !engagement.Documents.AsksByMail)
            return AskReport.Nothing;
        var today = time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;
        var sent = new List<SentAsk>();
        var waiting = new List<Person>();
        OpsException? refused = null;
        foreach (var due in await DueAsync(engagement, today, cancellationToken).ConfigureAwait(false))
        {
            if (due.Person.Email is null || await silence.HoldsAsync(engagement, due.Person, today, cancellationToken).ConfigureAwait(false))
                continue;
            try
            {
                if (links is not null && SenderOf(engagement) is { } sender)
                {
                    if (await AskAsync(engagement, due, today, sender, cancellationToken).ConfigureAwait(false) is { } ask)
                        sent.Add(ask);
                }
                else if (await IsNewAsync(engagement, due, cancellationToken).ConfigureAwait(false))
                {
                    waiting.Add(due.Person);
                }
            }
            catch (OpsException refusal) when (refusal.Kind != FailureKind.Retriable)
            {
                // One address that is wrong keeps nobody else from being asked.
                refused ??= refusal;
            }
        }

        return refused is null ? new(sent, [.. waiting.DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)], links is not null) : throw refused;
    }

    /// <summary>Takes everybody who is to be asked now as asked: of a home that was restored, whose mails had left before.</summary>
    /// <returns>The people of whom that was not recorded.</returns>
    public async Task<IReadOnlyList<Person>> CountAsSentAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        var today = time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;
        var counted = new List<Person>();
        foreach (var due in await DueAsync(engagement, today, cancellationToken).ConfigureAwait(false))
        {
            var (record, entry) = await book.ReadAsync(engagement.Id, due.Purpose, due.Person.Id, cancellationToken).ConfigureAwait(false);
            if (record.Pending is null && due.Items.All(item => record.On(item.Document, item.ContentHash) is not null))
                continue;
            if (!await book.TryWriteAsync(engagement.Id, (record with { Pending = new(today, due.Items) }).Sent(), entry, cancellationToken).ConfigureAwait(false))
                throw LifeFaults.Busy();
            counted.Add(due.Person);
        }

        return [.. counted.DistinctBy(person => person.Id, StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<IReadOnlyList<DueAsk>> DueAsync(Engagement engagement, LocalDate today, CancellationToken cancellationToken)
    {
        var records = new List<DocumentRecord>();
        await foreach (var record in store.ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false))
            records.Add(record);
        return DueAsks.Of(engagement, records, today);
    }

    private async Task<bool> IsNewAsync(Engagement engagement, DueAsk due, CancellationToken cancellationToken)
    {
        var (record, _) = await book.ReadAsync(engagement.Id, due.Purpose, due.Person.Id, cancellationToken).ConfigureAwait(false);
        return due.Items.Any(item => record.On(item.Document, item.ContentHash) is null);
    }

    private string? SenderOf(Engagement engagement) => engagement.Sender ?? mailbox ?? engagement.PersonAs(PersonRole.Obm)?.Email;

    private async Task<SentAsk?> AskAsync(Engagement engagement, DueAsk due, LocalDate today, string sender, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (record, entry) = await book.ReadAsync(engagement.Id, due.Purpose, due.Person.Id, cancellationToken).ConfigureAwait(false);
            if (record.Pending is { } pending)
            {
                // A mail that never left and that nobody needs any more goes; one that may have left is asked for again as it was.
                if (pending.Items.All(item => due.Items.All(one => (one.Document, one.ContentHash) != (item.Document, item.ContentHash))))
                    await book.TryWriteAsync(engagement.Id, record with { Pending = null }, entry, cancellationToken).ConfigureAwait(false);
                else if (await FinishAsync(engagement, due, record, entry!, sender, cancellationToken).ConfigureAwait(false) is { } where)
                    return new(due.Purpose, due.Person, pending.Items, where);
            }
            else
            {
                IReadOnlyList<AskItem> items = [.. due.Items.Where(item => record.On(item.Document, item.ContentHash) is null)];
                if (items.Count == 0)
                    return null;
                await book.TryWriteAsync(engagement.Id, record with { Pending = new(today, items) }, entry, cancellationToken).ConfigureAwait(false);
            }

            // Another run may have been at the same person: what is recorded now decides.
            if (attempt == Attempts)
                throw LifeFaults.Busy();
        }
    }

    // Null where another run recorded first that it has left.
    private async Task<string?> FinishAsync(Engagement engagement, DueAsk due, AskRecord record, StateEntry entry, string sender, CancellationToken cancellationToken)
    {
        var ask = record.Pending!;
        var mail = new AskMail(engagement, due.Person, due.Purpose, ask);
        string where;
        try
        {
            var addresses = await LinksAsync(engagement, due, ask, cancellationToken).ConfigureAwait(false);
            var wayOut = await links!.ForAskingNoMoreAsync(engagement.Id, due.Person.Id, ask.On, cancellationToken).ConfigureAwait(false);
            where = await mailer.SendAsync(engagement.Id, mail.Key, mail.Compose(sender, addresses, wayOut), cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException refusal) when (refusal.Kind != FailureKind.Retriable)
        {
            // Nothing left and nothing would: once the address is mended, the person is asked anew.
            await book.TryWriteAsync(engagement.Id, record with { Pending = null }, entry, CancellationToken.None).ConfigureAwait(false);
            throw;
        }

        return await book.TryWriteAsync(engagement.Id, record.Sent(), entry, cancellationToken).ConfigureAwait(false) ? where : null;
    }

    private async Task<IReadOnlyList<Uri>> LinksAsync(Engagement engagement, DueAsk due, PendingAsk ask, CancellationToken cancellationToken)
    {
        var found = new List<Uri>();
        foreach (var item in ask.Items)
        {
            found.Add(due.Purpose == AskPurpose.Approval
                ? await links!.ForDocumentApprovalAsync(engagement.Id, due.Person.Id, item, ask.On, cancellationToken).ConfigureAwait(false)
                : await links!.ForReadingAsync(engagement.Id, due.Person.Id, item, ask.On, cancellationToken).ConfigureAwait(false));
        }

        return found;
    }
}
