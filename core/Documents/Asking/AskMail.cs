using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Locales;
using OpsAutomation.Notices;

namespace OpsAutomation.Documents.Asking;

/// <summary>The mail by which a person is asked about documents of one engagement, in the person's language.</summary>
/// <param name="engagement">The engagement: nothing of another is in it.</param>
/// <param name="person">Who is asked.</param>
/// <param name="purpose">What for.</param>
/// <param name="ask">About what.</param>
internal sealed class AskMail(Engagement engagement, Person person, AskPurpose purpose, PendingAsk ask)
{
    private readonly Locale locale = engagement.LocaleOf(person);

    /// <summary>What is sent at most once: this person, asked on that day about these contents.</summary>
    public string Key
    {
        get
        {
            var text = new StringBuilder($"ask\n{engagement.Id}\n{purpose}\n{person.Id.ToLowerInvariant()}\n{LocalDatePattern.Iso.Format(ask.On)}");
            foreach (var item in ask.Items.OrderBy(item => item.Document, StringComparer.Ordinal))
                text.Append('\n').Append(item.Document).Append(' ').Append(item.ContentHash);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }

    private bool IsApproval => purpose == AskPurpose.Approval;

    private bool IsFamiliar => engagement.Address == FormOfAddress.Tu;

    /// <summary>The mail.</summary>
    /// <param name="sender">The mailbox that it is sent from.</param>
    /// <param name="links">The address of each document's page.</param>
    /// <param name="wayOut">Where the person ends these mails.</param>
    public MailMessage Compose(string sender, IReadOnlyList<Uri> links, Uri wayOut)
    {
        var obm = engagement.PersonAs(PersonRole.Obm);
        var notice = Notice(links, wayOut, obm);
        return new()
        {
            From = new(sender, obm?.Name ?? engagement.Name),
            SenderTenant = engagement.Sender is null ? null : engagement.SenderTenant,
            To = new(person.Email!, person.Name),
            ReplyTo = obm?.Email is { } reply && !string.Equals(reply, sender, StringComparison.OrdinalIgnoreCase) ? new(reply, obm.Name) : null,
            Subject = CleanText.OneLine(notice.Subject),
            Html = NoticeHtml.Render(notice),
            Text = NoticeText.Render(notice),
            LanguageTag = locale.Id,
            Headers = DigestMail.WayOut(wayOut),
        };
    }

    private Notice Notice(IReadOnlyList<Uri> links, Uri wayOut, Person? obm)
    {
        var client = CleanText.Clip(engagement.Name, 12, 80);
        var count = ask.Items.Count;
        return new()
        {
            Locale = locale,
            Subject = $"{client} · {(IsApproval ? Say($"{count} {Plural(count, "document")} to approve", $"{count} {Plural(count, "document")} à valider") : Say($"{count} {Plural(count, "document")} to read", $"{count} {Plural(count, "document")} à lire"))}",
            Paragraphs = [.. Opening(client)],
            Columns = ["document", "version", Say("what changed", "ce qui change")],
            Rows = [.. ask.Items.Select(Row)],
            Links = [.. links.Select(link => new NoticeLink(IsApproval ? Say("Read, then approve or turn down", "Lire, puis valider ou refuser") : Say("Read and confirm", "Lire et confirmer"), link))],
            Closing = [.. Closing(obm)],
            Footer = new(Say("No more of these mails", "Ne plus recevoir ces messages"), wayOut),
        };
    }

    private IEnumerable<string> Opening(string client)
    {
        yield return CleanText.Clip(person.Name, 6, 60) + ",";
        var one = ask.Items.Count == 1;
        if (IsApproval)
        {
            yield return one
                ? Say($"A document of {client} comes into force once you approve it.", $"Un document de la mission {client} entrera en vigueur une fois {Yours("ta", "votre")} validation donnée.")
                : Say($"These documents of {client} come into force once you approve them.", $"Ces documents de la mission {client} entreront en vigueur une fois {Yours("ta", "votre")} validation donnée.");
        }
        else
        {
            yield return one
                ? Say($"This document is in force at {client} and concerns your work.", $"Ce document est en vigueur chez {client} et concerne {Yours("ton", "votre")} travail.")
                : Say($"These documents are in force at {client} and concern your work.", $"Ces documents sont en vigueur chez {client} et concernent {Yours("ton", "votre")} travail.");
        }

        yield return IsApproval
            ? Say("Each link opens a page to read the text and to approve it or turn it down. No account is needed.", "Chaque lien ouvre une page où lire le texte, puis le valider ou le refuser. Aucun compte n'est nécessaire.")
            : Say("Each link opens a page to read the text and to confirm it with one button. No account is needed.", "Chaque lien ouvre une page où lire le texte et le confirmer d'un bouton. Aucun compte n'est nécessaire.");
    }

    private IReadOnlyList<string> Row(AskItem item)
    {
        var reason = CleanText.Clip(item.Reason, 24, 160);
        var what = item.ReadBefore is { } before
            ? Say($"changed since version {before}, which you have read", $"modifié depuis la version {before}, que {Yours("tu as lue", "vous avez lue")}") + (reason.Length > 0 ? $"{Say(": ", "\u00a0: ")}{reason}" : "")
            : reason.Length > 0 ? reason : Say("new", "nouveau");
        var title = CleanText.Clip(item.Title, 24, 160);
        return [item.Language == Language.French ? FrenchTypography.Apply(title) : title, $"version {item.Version}" + (IsApproval ? Say(" (draft)", " (brouillon)") : ""), what];
    }

    private IEnumerable<string> Closing(Person? obm)
    {
        var until = locale.LongDate(ask.On.PlusDays(LinkLifetime.Acting));
        yield return Say(
            $"The links are yours alone and work until {until}; please do not pass them on.",
            $"Les liens sont personnels et fonctionnent jusqu'au {until}\u00a0; merci de ne pas les transmettre.");
        var name = obm is null ? null : CleanText.Clip(obm.Name, 6, 60);
        yield return Say(
            $"A question? Answer this mail{(name is null ? "" : $": {name} reads it")}. You are asked once, and again only when the text changes.",
            $"Une question\u00a0? {Yours("Réponds", "Répondez")} à ce message{(name is null ? "" : $"\u00a0: {name} le lit")}. La demande n'est envoyée qu'une fois, et de nouveau seulement si le texte change.");
    }

    private string Say(string english, string french) => locale.Language == Language.French ? french : english;

    private string Yours(string familiar, string polite) => IsFamiliar ? familiar : polite;

    private static string Plural(int count, string word) => count == 1 ? word : word + "s";
}
