using OpsAutomation.Azure.Graph.Turns;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;

namespace OpsAutomation.Azure.Graph;

/// <summary>One attempt to get a mail from where its record says it is to sent.</summary>
internal sealed class MailDelivery(
    MailClaim claim, DraftMailbox mailbox, DraftAttachments attachments, DraftSweep sweep, MailboxTurn turn, MailTimes times, TimeProvider clock)
{
    // Exchange may take that long to show what it has; and a person has a working day to put back what was moved.
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromHours(24);

    /// <summary>Whether a mail has left and nothing is to be done.</summary>
    /// <exception cref="OpsException">Refused: it was not to be found for a day.</exception>
    public static bool IsOver(MailRecord record) => record.Stage == MailStage.Lost ? throw Lost() : record.Stage == MailStage.Sent;

    /// <summary>Runs it, for a mail that is not over.</summary>
    public async Task RunAsync(EngagementId engagement, string key, MailMessage message, MailRecord wanted, CancellationToken cancellationToken)
    {
        if (claim.Record is { Stage: MailStage.Draft } draft && draft.Content != wanted.Content)
            await DropAsync(draft, wanted, cancellationToken).ConfigureAwait(false);
        if (claim.Record.Id is null)
            await PrepareAsync(engagement, key, message, wanted, cancellationToken).ConfigureAwait(false);
        if (!claim.IsFirst)
        {
            if (await HasLeftAsync(cancellationToken).ConfigureAwait(false))
                return;
            // Before the sending, so that no mail ever leaves with a twin behind it.
            await sweep.RunAsync(engagement, claim.Record.Created, cancellationToken).ConfigureAwait(false);
        }

        await attachments.EnsureAsync(claim.Record.Id!, message.Attachments, () => claim.SaveAsync(claim.Record, cancellationToken), cancellationToken).ConfigureAwait(false);
        await SendAsync(cancellationToken).ConfigureAwait(false);
    }

    // Until an id is recorded nothing can be sent, so that one draft too many does no harm: the sweep takes it away.
    private async Task PrepareAsync(EngagementId engagement, string key, MailMessage message, MailRecord wanted, CancellationToken cancellationToken)
    {
        MailFolderItem? item = null;
        if (!claim.IsFirst && claim.Record.Content == wanted.Content)
            item = (await mailbox.FindByKeyAsync(key, cancellationToken).ConfigureAwait(false)).OrderBy(found => found.IsDraft).FirstOrDefault();
        if (item is null)
        {
            item = await mailbox.CreateAsync(key, message, cancellationToken).ConfigureAwait(false);
            await mailbox.SetKeyAsync(item.Id, key, cancellationToken).ConfigureAwait(false);
        }

        var record = claim.Record with
        {
            Stage = MailStage.Draft,
            Id = item.Id,
            Folder = item.Folder,
            Mailbox = wanted.Mailbox,
            Tenant = wanted.Tenant,
            Content = wanted.Content,
        };
        await claim.SaveAsync(record, cancellationToken).ConfigureAwait(false);
    }

    // Sending was never asked for, so that this draft cannot have left; what it says was overtaken while something was mended.
    private async Task DropAsync(MailRecord draft, MailRecord wanted, CancellationToken cancellationToken)
    {
        if (await mailbox.GetAsync(draft.Id!, cancellationToken).ConfigureAwait(false) is not { IsDraft: true })
            return;
        await claim.SaveAsync(draft with { Stage = MailStage.Reserved, Id = null, Folder = null, Content = wanted.Content, Absent = null }, cancellationToken).ConfigureAwait(false);
        await mailbox.RemoveAsync(draft.Id!, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> HasLeftAsync(CancellationToken cancellationToken)
    {
        var record = claim.Record;
        var item = await mailbox.GetAsync(record.Id!, cancellationToken).ConfigureAwait(false);
        // A draft that somebody put elsewhere, into Deleted Items above all, is not to leave behind her back.
        if (item is null || (item.IsDraft && record.Folder is { } folder && item.Folder != folder))
            await AbsentAsync(cancellationToken).ConfigureAwait(false);
        if (record.Absent is not null)
            await claim.SaveAsync(record = record with { Absent = null }, cancellationToken).ConfigureAwait(false);
        if (item is { IsDraft: false })
        {
            await SaveSentAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }

        if (record.Stage == MailStage.Sending && clock.GetUtcNow() - record.Asked < times.Settle)
            throw NotKnownYet();
        return false;
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await claim.SaveAsync(claim.Record with { Stage = MailStage.Sending, Asked = now }, cancellationToken).ConfigureAwait(false);
        turn.Send();
        try
        {
            await mailbox.SendAsync(claim.Record.Id!, now + times.ToAsk, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (GraphFailure.IsGraph(error))
        {
            await AfterFailureAsync(error, cancellationToken).ConfigureAwait(false);
        }

        await SaveSentAsync(cancellationToken).ConfigureAwait(false);
    }

    // Ends without an exception where the mail has left all the same.
    private async Task AfterFailureAsync(Exception error, CancellationToken cancellationToken)
    {
        if (!GraphFailure.IsThrottled(error))
        {
            var item = GraphFailure.IsItemNotFound(error) ? null : await mailbox.GetAsync(claim.Record.Id!, cancellationToken).ConfigureAwait(false);
            if (item is { IsDraft: false })
                return;
            if (item is null)
                await AbsentAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!GraphFailure.IsWithoutEffect(error))
            throw NotKnownYet();
        // Refused before anything was done: the draft is one that was never sent, and may be sent as soon as that is mended.
        await claim.SaveAsync(claim.Record with { Stage = MailStage.Draft, Asked = null }, cancellationToken).ConfigureAwait(false);
        throw GraphFailure.Of(error, GraphUse.SendMail);
    }

    private Task SaveSentAsync(CancellationToken cancellationToken) =>
        claim.SaveAsync(claim.Record with { Stage = MailStage.Sent, Sent = clock.GetUtcNow(), Absent = null }, cancellationToken);

    private async Task AbsentAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = claim.Record.Absent ?? now;
        var isLost = now - since >= LongestAbsence;
        await claim.SaveAsync(claim.Record with { Absent = since, Stage = isLost ? MailStage.Lost : claim.Record.Stage }, cancellationToken).ConfigureAwait(false);
        throw isLost ? Lost() : OpsException.Retriable(
            "The mail is not where it was put in the mailbox; it is looked for during 24 hours before anything else is done. Nothing is sent twice.",
            "Le courriel n'est plus là où il a été déposé dans la boîte\u00a0; il est cherché pendant 24\u00a0heures avant toute autre chose. Rien n'est envoyé deux fois.");
    }

    private static OpsException NotKnownYet() => OpsException.Retriable(
        "Microsoft Graph did not say whether the mail left. It is looked up in the mailbox before it is sent again, so that nobody gets it twice.",
        "Microsoft Graph n'a pas dit si le courriel est parti. On le vérifie dans la boîte avant tout nouvel envoi, pour que personne ne le reçoive deux fois.");

    private static OpsException Lost() => OpsException.Refused(
        "A mail was not found in its mailbox for 24 hours: somebody may have deleted or moved it, and it may have left. Look in Sent Items and Deleted Items; if its reader did not get it, send it by hand (ops digest --preview writes a digest to a file). It is not sent again by itself.",
        "Un courriel est introuvable dans sa boîte depuis 24\u00a0heures\u00a0: quelqu'un a pu le supprimer ou le déplacer, et il est peut-être parti. Regardez dans Éléments envoyés et Éléments supprimés\u00a0; si son destinataire ne l'a pas reçu, envoyez-le à la main (ops digest --preview écrit un point dans un fichier). Il ne repart pas de lui-même.");
}
