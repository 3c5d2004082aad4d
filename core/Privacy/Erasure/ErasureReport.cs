using System.Text;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>The report of an erasure for the file of the request: what was searched, what was found where, what was left and why. It names nobody.</summary>
internal sealed class ErasureReport(Engagement engagement, ErasureResult result, Language language)
{
    private static readonly (string Place, LocalizedText Name, LocalizedText Done)[] Places =
    [
        ("originals", new("exports as they came (inbox, pulled, uploaded)", "exports d'origine (dépôt, relevés, envoyés)"), new("rewritten without the person, or deleted", "réécrits sans la personne, ou supprimés")),
        ("facts", new("facts", "faits"), new("name replaced, texts removed, figures kept", "nom remplacé, textes retirés, chiffres conservés")),
        ("snapshots", new("KPI snapshots and baseline", "relevés d'indicateurs et situation de départ"), new("name replaced", "nom remplacé")),
        ("documents", new("generated documents", "documents générés"), new("name replaced", "nom remplacé")),
        ("digests", new("records of digests", "fiches des points hebdomadaires"), new("name replaced", "nom remplacé")),
        ("mails", new("mails kept in the outbox", "courriels conservés dans la boîte d'envoi"), new("emptied", "vidés")),
        ("logbook", new("logbook", "journal de bord"), new("name replaced", "nom remplacé")),
        ("webhooks", new("events received", "événements reçus"), new("rewritten, or deleted", "réécrits, ou supprimés")),
        ("events", new("events sent", "événements émis"), new("name replaced", "nom remplacé")),
        ("dead-letters", new("dead letters", "messages en échec"), new("name replaced", "nom remplacé")),
        ("rejections", new("reports of imports and rejections", "comptes rendus d'import et lignes rejetées"), new("name replaced", "nom remplacé")),
        ("records", new("other records", "autres fiches"), new("name replaced", "nom remplacé")),
        ("files", new("other files", "autres fichiers"), new("name replaced", "nom remplacé")),
    ];

    private readonly Locale locale = Locale.Of(language);

    /// <summary>The report in Markdown.</summary>
    public string Markdown()
    {
        var text = new StringBuilder();
        text.Append("# ").Append(Title()).Append("\n\n").Append(Intro()).Append("\n\n");
        text.Append("| ").Append(string.Join(" | ", Header())).Append(" |\n|---|---:|---:|---|\n");
        foreach (var row in Rows())
            text.Append("| ").Append(string.Join(" | ", row)).Append(" |\n");
        text.Append("\n## ").Append(Say("Left, and why", "Laissé, et pourquoi")).Append("\n\n");
        foreach (var line in Left())
            text.Append("- ").Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>The report as a page.</summary>
    public string Html()
    {
        static string Safe(string text) => System.Net.WebUtility.HtmlEncode(text);
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"").Append(LanguageCode.Of(language)).Append("\"><head><meta charset=\"utf-8\"><title>").Append(Safe(Title()))
            .Append("</title><style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem .6rem;text-align:left}</style></head><body>\n<h1>")
            .Append(Safe(Title())).Append("</h1>\n<p>").Append(Safe(Intro())).Append("</p>\n<table><tr>");
        foreach (var cell in Header())
            text.Append("<th scope=\"col\">").Append(Safe(cell)).Append("</th>");
        text.Append("</tr>\n");
        foreach (var row in Rows())
            text.Append("<tr>").Append(string.Concat(row.Select(cell => $"<td>{Safe(cell)}</td>"))).Append("</tr>\n");
        text.Append("</table>\n<h2>").Append(Safe(Say("Left, and why", "Laissé, et pourquoi"))).Append("</h2>\n<ul>\n");
        foreach (var line in Left())
            text.Append("<li>").Append(Safe(line)).Append("</li>\n");
        return text.Append("</ul>\n</body></html>\n").ToString();
    }

    /// <summary>What was left, a line each.</summary>
    public IEnumerable<string> Left()
    {
        if (result.LedgerFiles > 0 || result.LedgerLines > 0)
        {
            yield return Say(
                $"Accounting: {result.LedgerFiles} FEC files and {result.LedgerLines} ledger lines name the person. French law has them kept for ten years (article L123-22 of the Code de commerce), so they were left.",
                $"Comptabilité\u00a0: {result.LedgerFiles} fichiers FEC et {result.LedgerLines} lignes d'écriture nomment la personne. La loi impose de les conserver dix ans (article L123-22 du Code de commerce)\u00a0: ils ont été laissés.");
        }

        if (result.IsInConfiguration)
        {
            yield return Say(
                "The engagement's own file names the person (people, recipients, owners). Edit it by hand.",
                "Le fichier de la mission nomme la personne (personnes, destinataires, responsables). Modifiez-le à la main.");
        }

        yield return Say(
            "Mails that were sent: they are in the mailboxes of those who sent and received them.",
            "Les courriels envoyés\u00a0: ils sont dans les boîtes de ceux qui les ont envoyés et reçus.");
        yield return Say(
            "Events that were sent to other tools, and the tools that exports come from: ask each of them.",
            "Les événements transmis à d'autres outils, et les outils d'où viennent les exports\u00a0: adressez-vous à chacun.");
        yield return Say(
            "Backups of the storage: they follow their own retention. After one is restored, run the command again.",
            "Les sauvegardes du stockage\u00a0: elles suivent leur propre durée de conservation. Après une restauration, relancez la commande.");
        yield return Say(
            "Keyed hashes of the address, the name and linked ids: by them the person is recognised when an export brings the same data again.",
            "Des empreintes à clé de l'adresse, du nom et des identifiants liés\u00a0: elles permettent de reconnaître la personne si un export la ramène.");
        yield return Say(
            "Pictures, PDF files and archives that cannot be read are searched as text only.",
            "Les images, PDF et archives illisibles ne sont cherchés que comme texte.");
    }

    private string Title() => Say($"Erasure {result.Id} · {engagement.Name}", $"Effacement {result.Id} · {engagement.Name}");

    private string Intro()
    {
        var day = locale.LongDate(result.At.InZone(engagement.Zone).Date);
        var stamp = InstantPattern.General.Format(result.At);
        return Say(
            $"A person was erased from this engagement; asked for on {day} ({stamp}). This report does not say who: the number above is the beginning of a keyed hash. All places below were searched; zero means that nothing there named the person.",
            $"Une personne a été effacée de cette mission\u00a0; demande du {day} ({stamp}). Ce compte rendu ne dit pas qui\u00a0: le numéro ci-dessus est le début d'une empreinte à clé. Tous les emplacements ci-dessous ont été examinés\u00a0; zéro signifie que rien n'y nommait la personne.");
    }

    private string[] Header() =>
        [Say("searched", "examiné"), Say("things changed", "éléments modifiés"), Say("records in them", "enregistrements concernés"), Say("what was done", "ce qui a été fait")];

    private IEnumerable<string[]> Rows() => Places.Select(place =>
    {
        var (items, count) = result.Counts.TryGetValue(place.Place, out var known) ? known : (0, 0);
        return new[] { place.Name.In(language), locale.Number(items), locale.Number(count), items == 0 ? "–" : place.Done.In(language) };
    });

    private string Say(string en, string fr) => language == Language.French ? fr : en;
}
