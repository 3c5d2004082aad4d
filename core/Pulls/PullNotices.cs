using System.Globalization;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Notices;

namespace OpsAutomation.Pulls;

/// <summary>Tells the OBM, or the operator where the engagement names none, what keeps a source from being pulled: each matter once.</summary>
public sealed class PullNotices(NoticeMail mail)
{
    private static readonly LocalizedText Once = new("You are told of this once.", "Ce message n'est envoyé qu'une fois.");

    /// <summary>A place fails.</summary>
    internal Task<bool> FailsAsync(Engagement engagement, SourcePlace place, LocalizedText reason, Instant since, bool isPrecondition, CancellationToken cancellationToken) => TellAsync(
        engagement,
        // What the service may mend itself and what a person must are two matters.
        $"fails\n{place.Id}\n{since}\n{isPrecondition}",
        new($"Nothing comes from {Names(place.Sources)}", $"Rien n'arrive de {Names(place.Sources)}"),
        [new($"The exports of {Names(place.Sources)} cannot be pulled.", $"Les exports de {Names(place.Sources)} ne peuvent pas être récupérés."), reason],
        isPrecondition
            ? new("Nothing is lost: once that is mended, what waits at the source is pulled by itself.", "Rien n'est perdu\u00a0: une fois cela corrigé, ce qui attend à la source est récupéré de lui-même.")
            : new("It is tried again by itself. Should it last, drop the export into the inbox of the engagement meanwhile.", "De nouveaux essais suivent d'eux-mêmes. Si cela dure, déposez en attendant l'export dans le dossier inbox de la mission."),
        cancellationToken);

    /// <summary>Messages of other senders lie in a mailbox folder.</summary>
    internal Task<bool> StrangersAsync(Engagement engagement, SourceSettings source, int count, Instant now, CancellationToken cancellationToken)
    {
        var (number, origin) = (count.ToString(CultureInfo.InvariantCulture), (MailboxOrigin)source.Origin);
        return TellAsync(
            engagement,
            $"strangers\n{source.Id}\n{now.InUtc().Date}",
            new($"{source.Name}: messages of unknown senders", $"{source.Name}\u00a0: messages d'expéditeurs inconnus"),
            [new(
                count == 1 ? $"A message of another sender than those of senders lies in the folder {origin.Folder}: it stays there, unread." : $"{number} messages of other senders than those of senders lie in the folder {origin.Folder}: they stay there, unread.",
                count == 1 ? $"Un message d'un autre expéditeur que ceux de senders se trouve dans le dossier {origin.Folder}\u00a0: il y reste, sans être lu." : $"{number}\u00a0messages d'autres expéditeurs que ceux de senders se trouvent dans le dossier {origin.Folder}\u00a0: ils y restent, sans être lus.")],
            new("If they hold exports, add their sender to senders in the engagement's file; else move them elsewhere.", "S'ils contiennent des exports, ajoutez leur expéditeur à senders dans le fichier de la mission\u00a0; sinon, déplacez-les ailleurs."),
            cancellationToken);
    }

    /// <summary>Messages of the right senders held no export.</summary>
    internal Task<bool> WithoutExportAsync(Engagement engagement, SourceSettings source, int count, Instant now, CancellationToken cancellationToken)
    {
        var (number, origin) = (count.ToString(CultureInfo.InvariantCulture), (MailboxOrigin)source.Origin);
        return TellAsync(
            engagement,
            $"without\n{source.Id}\n{now.InUtc().Date}",
            new($"{source.Name}: messages without an export", $"{source.Name}\u00a0: messages sans export"),
            [new(
                count == 1 ? $"A message of its sender held no attached export and was moved to {origin.MoveTo}." : $"{number} messages of its senders held no attached export and were moved to {origin.MoveTo}.",
                count == 1 ? $"Un message de son expéditeur ne contenait aucun export en pièce jointe et a été déplacé dans {origin.MoveTo}." : $"{number}\u00a0messages de ses expéditeurs ne contenaient aucun export en pièce jointe et ont été déplacés dans {origin.MoveTo}.")],
            new(
                "Some tools send a link in place of a large export: download it and drop it into the inbox, or have the tool send less. Attachments are taken as CSV, TSV, TXT, XLSX, JSON or ZIP.",
                "Certains outils envoient un lien au lieu d'un export volumineux\u00a0: téléchargez-le et déposez-le dans le dossier inbox, ou faites envoyer moins. Les pièces jointes sont prises en CSV, TSV, TXT, XLSX, JSON ou ZIP."),
            cancellationToken);
    }

    /// <summary>A file is over the limit.</summary>
    /// <exception cref="OpsException">Retriable: the mailer failed.</exception>
    internal Task<bool> TooLargeAsync(Engagement engagement, PullItem item, long limit, CancellationToken cancellationToken) =>
        LeftAsync(engagement, item, PullFailure.TooLarge(ExportFileName.Of(item.Name), limit), cancellationToken);

    /// <summary>A file of the inbox cannot be stored elsewhere under its name.</summary>
    /// <exception cref="OpsException">Retriable: the mailer failed.</exception>
    internal Task<bool> UnusableNameAsync(Engagement engagement, PullItem item, CancellationToken cancellationToken) =>
        LeftAsync(engagement, item, PullFailure.UnusableName(ExportFileName.Of(item.Name)), cancellationToken);

    // A version that is left is noted and not looked at again: a notice that cannot leave now must stop the pull before that.
    private Task<bool> LeftAsync(Engagement engagement, PullItem item, LocalizedText reason, CancellationToken cancellationToken) => SendAsync(
        engagement, $"left\n{item.Key}", new("An export was not pulled", "Un export n'a pas été récupéré"), [reason], null, cancellationToken);

    private static string Names(IReadOnlyList<SourceSettings> sources) => string.Join(", ", sources.Select(source => source.Name));

    private async Task<bool> TellAsync(
        Engagement engagement, string key, LocalizedText subject, IReadOnlyList<LocalizedText> paragraphs, LocalizedText? next, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(engagement, key, subject, paragraphs, next, cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException)
        {
            // It is kept, and told at the next run.
            return false;
        }
    }

    private async Task<bool> SendAsync(
        Engagement engagement, string key, LocalizedText subject, IReadOnlyList<LocalizedText> paragraphs, LocalizedText? next, CancellationToken cancellationToken)
    {
        var obm = engagement.PersonAs(PersonRole.Obm);
        if ((obm?.Email ?? mail.App.Mailbox) is not { } address)
            return false;
        string Say(LocalizedText text) => text.In(engagement.Language);
        var notice = new Notice
        {
            Locale = engagement.Locale,
            Subject = $"{engagement.Name} · {Say(subject)}",
            Paragraphs = [.. paragraphs.Select(Say)],
            Closing = [.. new[] { next, Once }.OfType<LocalizedText>().Select(Say)],
        };
        var to = new MailAddress(address, obm?.Email is null ? null : obm.Name);
        return await mail.SendAsync(engagement.Id, $"pull\n{engagement.Id}\n{key}", engagement.Sender, to, notice, cancellationToken).ConfigureAwait(false);
    }
}
