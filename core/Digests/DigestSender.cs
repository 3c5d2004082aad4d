using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Ports;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Digests;

/// <summary>
/// Previews, approves and sends digests, each revision exactly once: the intent is recorded with the whole mail before the mailer is
/// asked, and the mailer delivers a key once, so that a crash at any line is mended by asking again.
/// </summary>
/// <param name="state">Records.</param>
/// <param name="mailer">Sends.</param>
/// <param name="clock">The time.</param>
/// <param name="mailbox">The operator's mailbox, for engagements that name no sender; null for none.</param>
/// <param name="links">Makes the signed links of digests; null where the app has no public address.</param>
public sealed class DigestSender(IStateStore state, IMailer mailer, TimeProvider clock, string? mailbox = null, DigestLinks? links = null)
{
    private static readonly KeyValuePair<string, object?> Refused = new(JobActivity.Error, "refused");
    private static readonly KeyValuePair<string, object?> Retriable = new(JobActivity.Error, "retriable");
    private readonly DigestLedger ledger = new(state);

    /// <summary>The digest as it would be sent now, with what was sent before taken into account; nothing is changed.</summary>
    public async Task<Digest> PreviewAsync(DigestContext context, bool correction = false, CancellationToken cancellationToken = default)
    {
        var record = await ledger.FindAsync(context.Engagement.Id, context.Recipient.Id, context.Period, cancellationToken);
        return DigestComposer.Compose(await WithHistoryAsync(context, record, correction, cancellationToken));
    }

    /// <summary>Approves the digest as it is now. It holds for this content: when a figure changes it must be approved again.</summary>
    /// <param name="context">What it is made of.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="correction">Whether it corrects what was sent.</param>
    /// <param name="sentence">A sentence of hers to show; empty takes a former one away, null leaves it.</param>
    /// <param name="cancellationToken">Stops before it is kept.</param>
    /// <exception cref="OpsException">Refused: this revision was sent already, or there is nothing to correct. Wrong usage: the sentence is too long.</exception>
    public async Task<Digest> ApproveAsync(
        DigestContext context, string by, bool correction = false, string? sentence = null, CancellationToken cancellationToken = default)
    {
        var wanted = sentence is null ? null : DigestSentence.Check(sentence);
        var id = context.Engagement.Id;
        var read = await ledger.ReadAsync(id, context.Recipient.Id, context.Period, cancellationToken);
        if (read?.Record.LastSent is { } sent && !correction)
            throw DigestRefusals.AlreadySent(sent.Revision, sent.Where!);
        var full = await WithHistoryAsync(context, read?.Record, correction, cancellationToken);
        if (sentence is not null)
            full = full with { Sentence = wanted is null ? null : new(wanted, by) };
        var digest = DigestComposer.Compose(full);
        var approval = new DigestApproval(digest.ContentHash, full.Sentence?.By ?? by, Instant.FromDateTimeOffset(clock.GetUtcNow()))
        {
            Revision = digest.Revision,
            Sentence = full.Sentence?.Text,
        };
        var record = (read?.Record ?? New(context)) with { Approval = approval };
        await ledger.WriteAsync(id, record, read?.Entry, cancellationToken, Line(by, AuditAction.DigestApproved, context));
        return digest;
    }

    /// <summary>Sends the digest; one that was sent already is not sent again, and the receipt says where it is.</summary>
    /// <param name="context">What it is made of.</param>
    /// <param name="correction">Whether it corrects what was sent: a next revision, which needs a changed figure.</param>
    /// <param name="unapproved">Whether it leaves without the approval that the recipient asks for, since the latest hour has come.</param>
    /// <param name="by">Who has it sent, for the audit record; null where it is due.</param>
    /// <param name="cancellationToken">Stops between the steps.</param>
    /// <exception cref="OpsException">Refused: nothing is sent in this state of the engagement, the recipient is paused, the approval is missing, or there is nothing to correct.</exception>
    public async Task<DigestReceipt> SendAsync(
        DigestContext context, bool correction = false, bool unapproved = false, string? by = null, CancellationToken cancellationToken = default)
    {
        var id = context.Engagement.Id;
        var read = await ledger.ReadAsync(id, context.Recipient.Id, context.Period, cancellationToken);
        if (read is { Record.Unfinished: { } unfinished } begun)
            return await FinishAsync(context, begun, unfinished, by, cancellationToken);
        if (read?.Record.LastSent is { } last && (!correction || IsCorrected(context, last)))
            return Receipt(context, last, alreadySent: true);
        await RequireOpenAsync(context, cancellationToken);

        var full = await WithHistoryAsync(context, read?.Record, correction, cancellationToken);
        if (unapproved)
        {
            // Her sentence was about other figures.
            full = full with { Sentence = null };
        }

        var digest = DigestComposer.Compose(full);
        if (context.Recipient.ReviewRequired && !unapproved && read?.Record.Approval?.ContentHash != digest.ContentHash)
            throw DigestRefusals.Unapproved(read?.Record.Approval);
        var revision = new SentDigest
        {
            Revision = digest.Revision,
            Key = DigestMail.Key(id, context.Period, context.Recipient.Id, digest.Revision),
            Subject = digest.Subject,
            ContentHash = digest.ContentHash,
            Figures = digest.Figures,
            Attachments = digest.Attachments.Count == 0 ? null : digest.Attachments,
            Mail = DigestMail.Of(digest, context.Engagement, context.Recipient, mailbox),
        };
        var record = read?.Record ?? New(context);
        var written = await ledger.WriteAsync(id, record with { Revisions = [.. record.Revisions, revision] }, read?.Entry, cancellationToken);
        return await FinishAsync(context, written, revision, by, cancellationToken);
    }

    /// <summary>
    /// Asks the OBM to read a digest that waits for its approval: the draft by mail, once for each content. Without an address of hers
    /// it goes to the sending mailbox.
    /// </summary>
    /// <param name="context">What it is made of.</param>
    /// <param name="due">When it is due, and until when it waits.</param>
    /// <param name="cancellationToken">Stops before the mail.</param>
    public async Task AskReviewAsync(DigestContext context, DueDigest due, CancellationToken cancellationToken = default)
    {
        var engagement = context.Engagement;
        var record = await ledger.FindAsync(engagement.Id, context.Recipient.Id, context.Period, cancellationToken);
        var full = await WithHistoryAsync(context, record, correction: false, cancellationToken);
        var approve = links is null ? null : await links.ForApprovalAsync(engagement, DigestComposer.Compose(full), due.Day, cancellationToken);
        var digest = DigestComposer.Compose(full with { Notice = DigestReview.Notice(engagement, due), Approve = approve });
        var mail = DigestReview.Mail(digest, DigestMail.Of(digest, engagement, context.Recipient, mailbox), engagement);
        mail = mail with { Attachments = await FilesAsync(context, digest.Attachments, cancellationToken) };
        await mailer.SendAsync(engagement.Id, DigestReview.Key(digest), mail, cancellationToken);
    }

    /// <summary>Pauses a recipient's digests from a day on, to a day or until resumed.</summary>
    /// <exception cref="OpsException">Wrong usage: no such recipient, or an end before the start.</exception>
    public async Task<DigestPause> PauseAsync(Engagement engagement, string recipient, LocalDate from, LocalDate? to, string by, CancellationToken cancellationToken = default)
    {
        if (to < from)
        {
            throw OpsException.WrongUsage(
                "The pause ends before it begins: give an end on or after its first day.",
                "La pause finit avant de commencer\u00a0: donnez une fin égale ou postérieure au premier jour.");
        }

        var pause = new DigestPause(Recipient(engagement, recipient).Id, from, to, by, Instant.FromDateTimeOffset(clock.GetUtcNow()));
        // Who asked for nothing more is not to get something when a pause ends.
        if (await ledger.FindPauseAsync(engagement.Id, pause.Recipient, cancellationToken) is { IsUnsubscription: true } forGood)
            return forGood;
        await ledger.PutAsync(engagement.Id, pause, AuditLog.LineOf(clock, by, AuditAction.DigestPaused, pause.Recipient), cancellationToken);
        return pause;
    }

    /// <summary>Ends a pause that was asked for by command; one in the engagement's file stays.</summary>
    /// <exception cref="OpsException">Wrong usage: no such recipient.</exception>
    public Task ResumeAsync(Engagement engagement, string recipient, string? by = null, CancellationToken cancellationToken = default)
    {
        var id = Recipient(engagement, recipient).Id;
        return ledger.RemovePauseAsync(engagement.Id, id, AuditLog.LineOf(clock, by, AuditAction.DigestResumed, id), cancellationToken);
    }

    /// <summary>The recipient of that id, whatever its case.</summary>
    /// <exception cref="OpsException">Wrong usage: there is none; the ids are listed.</exception>
    public static Recipient Recipient(Engagement engagement, string id)
    {
        var ids = string.Join(", ", engagement.Recipients.Select(recipient => recipient.Id));
        return engagement.Recipients.FirstOrDefault(recipient => string.Equals(recipient.Id, id, StringComparison.OrdinalIgnoreCase))
            ?? throw OpsException.WrongUsage(
                ids.Length == 0 ? "The engagement has no recipients: add one under recipients in its file." : $"There is no recipient of that id. Recipients: {ids}.",
                ids.Length == 0 ? "La mission n'a pas de destinataire\u00a0: ajoutez-en un sous recipients dans son fichier." : $"Aucun destinataire n'a cet identifiant. Destinataires\u00a0: {ids}.");
    }

    private async Task<DigestReceipt> FinishAsync(DigestContext context, (DigestRecord Record, StateEntry Entry) begun, SentDigest revision, string? by, CancellationToken cancellationToken)
    {
        string where;
        try
        {
            var mail = revision.Mail! with { Attachments = await FilesAsync(context, revision.Attachments ?? [], cancellationToken) };
            where = await mailer.SendAsync(context.Engagement.Id, revision.Key, mail, cancellationToken);
        }
        catch (OpsException refusal) when (refusal.Kind != FailureKind.Retriable)
        {
            OpsMetrics.DigestsFailed.Add(1, Refused);
            // Nothing left and nothing would: without this the same bad address would be tried for ever, mended or not.
            await ledger.WriteAsync(context.Engagement.Id, Without(begun.Record, revision), begun.Entry, CancellationToken.None);
            throw;
        }
        catch (OpsException)
        {
            OpsMetrics.DigestsFailed.Add(1, Retriable);
            throw;
        }

        var sent = revision with { Where = where, SentAt = Instant.FromDateTimeOffset(clock.GetUtcNow()), Mail = null };
        var record = begun.Record with { Revisions = [.. Without(begun.Record, revision).Revisions, sent] };
        await ledger.WriteAsync(context.Engagement.Id, record, begun.Entry, cancellationToken, by is null ? null : Line(by, AuditAction.DigestSent, context));
        OpsMetrics.DigestsSent.Add(1);
        return Receipt(context, sent, alreadySent: false);
    }

    private async Task<DigestContext> WithHistoryAsync(DigestContext context, DigestRecord? record, bool correction, CancellationToken cancellationToken)
    {
        var addresses = links is null ? null : await links.ForAsync(context.Engagement.Id, context.Recipient, context.Period, context.Today, cancellationToken);
        var earlier = (await ledger.ListAsync(context.Engagement.Id, context.Recipient.Id, cancellationToken))
            .LastOrDefault(other => other.Week < context.Period.Start && other.LastSent is not null);
        context = context with
        {
            SentBefore = earlier?.LastSent?.Figures ?? [],
            // A sentence goes with the revision that it was written for.
            Sentence = record?.Approval is { Sentence: { } text } approval && approval.Revision == (record.LastSent?.Revision ?? 0) + 1 ? new(text, approval.By) : null,
            Links = addresses,
            Unsubscribe = addresses?.Unsubscribe,
        };
        if (!correction)
            return context;
        if (record?.LastSent is not { } last)
            throw DigestRefusals.NothingSent();
        if (!DigestComposer.HasRevisions(context, last.Figures))
            throw DigestRefusals.NothingRevised();
        var day = last.SentAt!.Value.InZone(context.Engagement.Zone).Date;
        return context with { Corrects = new(last.Revision, day, last.Figures) };
    }

    // A correction whose figures are those of the last one was asked for twice.
    private static bool IsCorrected(DigestContext context, SentDigest last) =>
        last.Revision > 1 && !DigestComposer.HasRevisions(context, last.Figures);

    private async Task RequireOpenAsync(DigestContext context, CancellationToken cancellationToken)
    {
        if (context.Engagement.State is EngagementState.Closed or EngagementState.Framing)
        {
            throw OpsException.Refused(
                "Nothing is sent: the engagement is not running. Set state to active or handover in its file.",
                "Rien n'est envoyé\u00a0: la mission n'est pas en cours. Mettez state à active ou handover dans son fichier.");
        }

        var pause = await ledger.FindPauseAsync(context.Engagement.Id, context.Recipient.Id, cancellationToken);
        if (pause is { IsUnsubscription: true })
            throw DigestRefusals.Unsubscribed();
        if (context.Recipient.Pause?.Holds(context.Today) == true || pause?.Holds(context.Today) == true)
        {
            throw OpsException.Refused(
                "Nothing is sent: this recipient is paused on that day. Resume the digest, or change pause in the engagement's file.",
                "Rien n'est envoyé\u00a0: ce destinataire est en pause ce jour-là. Reprenez l'envoi, ou modifiez pause dans le fichier de la mission.");
        }
    }

    private static async Task<IReadOnlyList<MailAttachment>> FilesAsync(DigestContext context, IReadOnlyList<AttachedDocument> documents, CancellationToken cancellationToken) =>
        context.Files is { } files && documents.Count > 0 ? await files.ReadAsync(context.Engagement.Id, documents, cancellationToken) : [];

    private StateChange Line(string by, string action, DigestContext context) =>
        AuditLog.LineOf(clock, by, action, $"{context.Recipient.Id}/{NodaTime.Text.LocalDatePattern.Iso.Format(context.Period.Start)}");

    private static DigestRecord New(DigestContext context) => new() { Recipient = context.Recipient.Id, Week = context.Period.Start };

    private static DigestRecord Without(DigestRecord record, SentDigest revision) =>
        record with { Revisions = [.. record.Revisions.Where(other => other.Key != revision.Key)] };

    private static DigestReceipt Receipt(DigestContext context, SentDigest sent, bool alreadySent) =>
        new(context.Recipient.Id, context.Period, sent.Revision, sent.Subject, sent.Where!, sent.SentAt!.Value, alreadySent);
}
