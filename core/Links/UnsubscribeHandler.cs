using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Links;

/// <summary>
/// Ends a recipient's digests for good, by the signed link of each digest's footer and headers. Looking at the link changes nothing, since
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
        if (await FindAsync(token, cancellationToken).ConfigureAwait(false) is not var (engagement, recipient))
            return LinkAnswer.NotValid;
        return await ledger.FindPauseAsync(engagement.Id, recipient.Id, cancellationToken).ConfigureAwait(false) is { IsUnsubscription: true }
            ? Done(engagement, recipient)
            : Ask(engagement, recipient);
    }

    /// <summary>Answers a POST, whatever its body: from now on nothing is sent to the recipient until an operator resumes it.</summary>
    public async Task<LinkAnswer> ConfirmAsync(string token, CancellationToken cancellationToken = default)
    {
        if (await FindAsync(token, cancellationToken).ConfigureAwait(false) is not var (engagement, recipient))
            return LinkAnswer.NotValid;
        if (await ledger.FindPauseAsync(engagement.Id, recipient.Id, cancellationToken).ConfigureAwait(false) is not { IsUnsubscription: true })
        {
            var now = Instant.FromDateTimeOffset(time.GetUtcNow());
            var pause = new DigestPause(recipient.Id, now.InZone(engagement.Zone).Date, null, DigestPause.ByRecipient, now);
            var line = AuditLog.LineOf(time, $"recipient {recipient.Id}", AuditAction.DigestUnsubscribed, recipient.Id);
            await ledger.PutAsync(engagement.Id, pause, line, cancellationToken).ConfigureAwait(false);
        }

        return Done(engagement, recipient);
    }

    private async Task<(Engagement Engagement, Recipient Recipient)?> FindAsync(string token, CancellationToken cancellationToken)
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

        return engagement.Recipients.FirstOrDefault(one => string.Equals(one.Id, link.Subject, StringComparison.OrdinalIgnoreCase)) is { } recipient
            ? (engagement, recipient)
            : null;
    }

    private static LinkAnswer Ask(Engagement engagement, Recipient recipient)
    {
        var client = CleanText.Clip(engagement.Name, 12, 80);
        var who = CleanText.Clip(recipient.Name, 12, 80);
        return Page(
            recipient,
            new("Stop the weekly digest?", "Ne plus recevoir le point hebdomadaire\u00a0?"),
            [
                new($"{who} will no longer receive the weekly digest of {client}.", $"{who} ne recevra plus le point hebdomadaire de la mission {client}."),
            ],
            new("Stop the digest", "Ne plus le recevoir"));
    }

    private static LinkAnswer Done(Engagement engagement, Recipient recipient)
    {
        var client = CleanText.Clip(engagement.Name, 12, 80);
        var obm = engagement.PersonAs(PersonRole.Obm) is { } person ? CleanText.Clip(person.Name, 12, 80) : null;
        var isFamiliar = engagement.Address == FormOfAddress.Tu;
        var changeMind = isFamiliar ? "Pour le recevoir à nouveau, demande-le" : "Pour le recevoir à nouveau, demandez-le";
        return Page(
            recipient,
            new("The weekly digest is stopped", "Le point hebdomadaire n'est plus envoyé"),
            [
                new($"The weekly digest of {client} is no longer sent to this address.", $"Le point hebdomadaire de la mission {client} n'est plus envoyé à cette adresse."),
                obm is null
                    ? new("To receive it again, answer any earlier one.", changeMind + " en réponse à un envoi précédent.")
                    : new($"To receive it again, ask {obm}.", changeMind + $" à {obm}."),
            ],
            null);
    }

    private static LinkAnswer Page(Recipient recipient, LocalizedText title, IReadOnlyList<LocalizedText> paragraphs, LocalizedText? button)
    {
        var language = recipient.Locale.Language;
        var text = string.Concat(paragraphs.Select(paragraph => $"<p>{LinkPage.Encode(paragraph.In(language))}</p>\n"));
        // The field is what RFC 8058 has mail clients post: the answer is the same.
        var form = button is null
            ? ""
            : $"<form method=\"post\">\n<input type=\"hidden\" name=\"List-Unsubscribe\" value=\"One-Click\">\n<button type=\"submit\">{LinkPage.Encode(button.In(language))}</button>\n</form>\n";
        return new(200, LinkPage.Render(recipient.Locale.Id, title.In(language), text + form));
    }
}
