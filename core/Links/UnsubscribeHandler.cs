using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Digests;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Ports;

namespace OpsAutomation.Links;

/// <summary>
/// Ends a recipient's digests, or the mails that ask a person about documents, for good: by the signed link of each mail's footer and headers. Looking at the link changes nothing, since
/// scanners and previews follow links; only a POST acts, that of our page or of a mail client (RFC 8058). Asked again, it answers the same.
/// </summary>
/// <param name="links">Verifies the token.</param>
/// <param name="engagements">The engagements.</param>
/// <param name="state">Where it is recorded.</param>
/// <param name="time">Dates it.</param>
public sealed class UnsubscribeHandler(LinkSigner links, IEngagementRegistry engagements, IStateStore state, TimeProvider time)
{
    private readonly DigestLedger ledger = new(state);

    /// <summary>Answers a GET: a page that asks, or says that it is done already. Changes nothing.</summary>
    public async Task<LinkAnswer> ShowAsync(string token, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, cancellationToken).ConfigureAwait(false) is not var (engagement, reader))
            return LinkAnswer.NotValid;
        return await ledger.FindPauseAsync(engagement.Id, reader.PauseId, cancellationToken).ConfigureAwait(false) is { IsUnsubscription: true }
            ? Done(engagement, reader)
            : Ask(engagement, reader);
    }

    /// <summary>Answers a POST, whatever its body: from now on no such mail is sent to the reader until an operator resumes it.</summary>
    public async Task<LinkAnswer> ConfirmAsync(string token, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, cancellationToken).ConfigureAwait(false) is not var (engagement, reader))
            return LinkAnswer.NotValid;
        if (await ledger.FindPauseAsync(engagement.Id, reader.PauseId, cancellationToken).ConfigureAwait(false) is not { IsUnsubscription: true })
        {
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            var pause = new DigestPause(reader.PauseId, now.InZone(engagement.Zone).Date, null, DigestPause.ByRecipient, now);
            var line = AuditLog.LineOf(time, reader.Holder.Actor, reader.Holder.IsRecipient ? AuditAction.DigestUnsubscribed : AuditAction.AskingEnded, reader.Holder.Id);
            await ledger.PutAsync(engagement.Id, pause, line, cancellationToken).ConfigureAwait(false);
        }

        return Done(engagement, reader);
    }

    private async Task<(Engagement Engagement, Reader Reader)?> FindAsync(string token, CancellationToken cancellationToken)
    {
        if (await links.VerifyAsync(token, LinkPurpose.Unsubscribe, cancellationToken).ConfigureAwait(false) is not { } link
            || await engagements.FindAsync(link.Engagement, cancellationToken).ConfigureAwait(false) is not { } text)
            return null;
        Engagement engagement;
        try
        {
            engagement = EngagementReader.Read(text, link.Engagement);
        }
        catch (OpsException invalid) when (invalid.Kind == FailureKind.Refused)
        {
            throw ReaderLinks.NotNow(invalid);
        }

        if ((LinkHolder.Recipient(link.Subject).In(engagement) ?? LinkHolder.Parse(link.Subject)?.In(engagement)) is not var (holder, name, locale, _))
            return null;
        return (engagement, new(holder, name, locale));
    }

    private static LinkAnswer Ask(Engagement engagement, Reader reader)
    {
        var (client, who) = (CleanText.Clip(engagement.Name, 12, 80), CleanText.Clip(reader.Name, 12, 80));
        return reader.Holder.IsRecipient
            ? Page(
                reader,
                new("Stop the weekly digest?", "Ne plus recevoir le point hebdomadaire\u00a0?"),
                [new($"{who} will no longer receive the weekly digest of {client}.", $"{who} ne recevra plus le point hebdomadaire de la mission {client}.")],
                new("Stop the digest", "Ne plus le recevoir"))
            : Page(
                reader,
                new("No more mails about documents?", "Ne plus recevoir de messages sur les documents\u00a0?"),
                [new($"{who} will no longer be asked by mail to read or approve documents of {client}.", $"{who} ne sera plus invité par courriel à lire ou à valider des documents de la mission {client}.")],
                new("Stop these mails", "Ne plus les recevoir"));
    }

    private static LinkAnswer Done(Engagement engagement, Reader reader)
    {
        var client = CleanText.Clip(engagement.Name, 12, 80);
        var obm = engagement.PersonAs(PersonRole.Obm) is { } person ? CleanText.Clip(person.Name, 12, 80) : null;
        var isFamiliar = engagement.Address == FormOfAddress.Tu;
        if (!reader.Holder.IsRecipient)
        {
            return Page(
                reader,
                new("These mails are stopped", "Ces messages ne sont plus envoyés"),
                [
                    new($"You are no longer asked by mail about documents of {client}; what is in force holds for you all the same.", $"Plus aucune demande n'est envoyée au sujet des documents de la mission {client}\u00a0; ce qui est en vigueur s'applique néanmoins."),
                    obm is null
                        ? new("To receive them again, answer any earlier one.", $"Pour les recevoir à nouveau, {(isFamiliar ? "réponds" : "répondez")} à un envoi précédent.")
                        : new($"To receive them again, ask {obm}.", $"Pour les recevoir à nouveau, {(isFamiliar ? "demande-le" : "demandez-le")} à {obm}."),
                ],
                null);
        }

        var changeMind = isFamiliar ? "Pour le recevoir à nouveau, demande-le" : "Pour le recevoir à nouveau, demandez-le";
        return Page(
            reader,
            new("The weekly digest is stopped", "Le point hebdomadaire n'est plus envoyé"),
            [
                new($"The weekly digest of {client} is no longer sent to this address.", $"Le point hebdomadaire de la mission {client} n'est plus envoyé à cette adresse."),
                obm is null
                    ? new("To receive it again, answer any earlier one.", changeMind + " en réponse à un envoi précédent.")
                    : new($"To receive it again, ask {obm}.", changeMind + $" à {obm}."),
            ],
            null);
    }

    private static LinkAnswer Page(Reader reader, LocalizedText title, IReadOnlyList<LocalizedText> paragraphs, LocalizedText? button)
    {
        var language = reader.Locale.Language;
        var text = string.Concat(paragraphs.Select(paragraph => $"<p>{LinkPage.Encode(paragraph.In(language))}</p>\n"));
        // The field is what RFC 8058 has mail clients post: the answer is the same.
        var form = button is null
            ? ""
            : $"<form method=\"post\">\n<input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">\n<button type=\"submit\">{LinkPage.Encode(button.In(language))}</button>\n</form>\n";
        return new(200, LinkPage.Render(reader.Locale.Id, title.In(language), text + form));
    }

    // Whoever follows a way out: a recipient of digests, or a person who is asked about documents.
    private sealed record Reader(LinkHolder Holder, string Name, Locale Locale)
    {
        public string PauseId => Holder.IsRecipient ? Holder.Id : AskSilence.PauseIdOf(Holder.Id);
    }
}
