using System.Text;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Documents.Web;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents.Packs;

/// <summary>The index of a handover pack: every document with version, status, owner and next review, by language and by what it is for.</summary>
internal static class PackIndex
{
    private static readonly (DocumentFamily? Family, LocalizedText Title)[] Families =
    [
        (DocumentFamily.Framing, new("Framing and ways of working", "Cadrage et fonctionnement")),
        (DocumentFamily.Sop, new("SOPs", "Procédures")),
        (DocumentFamily.Checklist, new("Checklists", "Check-lists")),
        (DocumentFamily.Playbook, new("Playbooks and continuity", "Plans de réaction et continuité")),
        (DocumentFamily.Cadence, new("Meetings and reports", "Réunions et comptes rendus")),
        (null, new("Others", "Autres")),
    ];

    /// <summary>The index as Markdown and as a page.</summary>
    public static (string Markdown, string Html) Write(DocumentContext context, IReadOnlyList<PackedDocument> documents)
    {
        var french = context.Language == Language.French;
        string Say(string en, string fr) => french ? fr : en;
        var title = Say("Handover pack", "Dossier de passation");
        var text = new StringBuilder("# ").Append(title).Append("\n\n");
        var inForce = documents.Count(document => document.Version is not null);
        text.Append(Say(
            $"{documents.Count} documents, written on {context.Locale.Date(context.Today)}. Those with a version ({inForce}) stand here as they were published. The others are models filled with what is known of the company: read and adopt them before anybody works by them.",
            $"{documents.Count} documents, écrits le {context.Locale.Date(context.Today)}. Ceux qui ont une version ({inForce}) figurent ici tels qu'ils ont été publiés. Les autres sont des modèles remplis avec ce que l'on sait de l'entreprise : à relire et à adopter avant de travailler avec."))
            .Append("\n\n");
        foreach (var language in documents.GroupBy(document => document.Language))
        {
            text.Append("## ").Append(language.Key == Language.French ? Say("In French", "En français") : Say("In English", "En anglais")).Append("\n\n");
            foreach (var (family, name) in Families)
                Table(text, name.In(context.Language), [.. language.Where(document => document.Family == family)], context);
        }

        var markdown = text.ToString().TrimEnd('\n') + "\n";
        if (french)
            markdown = FrenchTypography.Apply(markdown);
        var frame = new DocumentFrame(
            title, MarkdownText.Clean(context.Engagement.Name), context.Locale.Id, context.Language, context.Locale.Date(context.Today), HasContents: false, IsLandscape: false);
        var ours = documents.SelectMany(document => document.Files.Values).ToHashSet(StringComparer.Ordinal);
        return (markdown, WebPage.Write(MarkdownReader.Parse(markdown, ours.Contains), frame));
    }

    private static void Table(StringBuilder text, string name, List<PackedDocument> documents, DocumentContext context)
    {
        if (documents.Count == 0)
            return;
        text.Append("### ").Append(name).Append("\n\n").Append(context.Language == Language.French
            ? "| Document | Version | Statut | Responsable | À revoir le | Fichiers |\n|---|---|---|---|---|---|\n"
            : "| Document | Version | Status | Owner | Next review | Files |\n|---|---|---|---|---|---|\n");
        foreach (var document in documents)
        {
            text.Append("| ").Append(MarkdownText.Escape(document.Title))
                .Append(" | ").Append(document.Version?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "–")
                .Append(" | ").Append(document.Status)
                .Append(" | ").Append(document.Owner is { } owner ? MarkdownText.Escape(owner) : "–")
                .Append(" | ").Append(document.NextReview is { } day ? context.Locale.ShortDate(day) : "–")
                .Append(" | ").AppendJoin(" · ", document.Files.Select(file => $"[{NameOf(file.Key)}]({file.Value})"))
                .Append(" |\n");
        }

        text.Append('\n');
    }

    private static string NameOf(string format) => format switch
    {
        "html" => "HTML",
        "docx" => "Word",
        _ => "Markdown",
    };
}
