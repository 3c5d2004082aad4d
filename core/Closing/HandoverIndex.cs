using System.Text;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Documents.Web;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Closing;

/// <summary>The index of what is handed over, in the engagement's language: every file with what it is, as a page that opens in a browser and as Markdown.</summary>
internal static class HandoverIndex
{
    private static readonly (string Folder, LocalizedText Title)[] Sections =
    [
        ("", new("The engagement and its records", "La mission et ses enregistrements")),
        ("facts/", new("Facts", "Faits")),
        ("documents/", new("Documents", "Documents")),
        ("files/", new("Files as they came and were kept", "Fichiers tels qu'ils sont arrivés et ont été conservés")),
    ];

    public static (string Markdown, string Html) Write(Engagement engagement, LocalDate day, IReadOnlyList<HandedFile> files)
    {
        var (locale, language) = (engagement.Locale, engagement.Language);
        var title = new LocalizedText("Data and documents", "Données et documents").In(language);
        var name = MarkdownText.Clean(engagement.Name);
        var text = new StringBuilder("# ").Append(title).Append("\n\n").Append(new LocalizedText(
            $"Everything that {MarkdownText.Escape(engagement.Name)} has here, as of {locale.LongDate(day)}.",
            $"Tout ce que {MarkdownText.Escape(engagement.Name)} possède ici, au {locale.LongDate(day)}.").In(language)).Append("\n\n").Append(new LocalizedText(
            "CSV files are UTF-8, separated by commas, with a decimal point and days as year-month-day; a text that a spreadsheet would take for a formula has an apostrophe in front. JSON Lines hold the same records exactly, one a line.",
            "Les fichiers CSV sont en UTF-8, séparés par des virgules, avec un point décimal et des jours au format année-mois-jour ; un texte qu'un tableur prendrait pour une formule est précédé d'une apostrophe. Les fichiers JSON Lines contiennent exactement les mêmes enregistrements, un par ligne.").In(language));
        foreach (var section in files.GroupBy(SectionOf).OrderBy(section => section.Key))
            Table(text, Sections[section.Key].Title.In(language), section, engagement);
        var markdown = text.Append('\n').ToString();
        if (language == Language.French)
            markdown = FrenchTypography.Apply(markdown);
        var ours = files.Select(file => AddressOf(file.Path)).ToHashSet(StringComparer.Ordinal);
        var frame = new DocumentFrame(title, name, locale.Id, language, locale.LongDate(day), HasContents: false, IsLandscape: false);
        return (markdown, WebPage.Write(MarkdownReader.Parse(markdown, ours.Contains), frame));
    }

    private static int SectionOf(HandedFile file) => Math.Max(0, Array.FindLastIndex(Sections, section => file.Path.StartsWith(section.Folder, StringComparison.Ordinal)));

    private static void Table(StringBuilder text, string title, IEnumerable<HandedFile> files, Engagement engagement)
    {
        text.Append("\n\n## ").Append(title).Append("\n\n")
            .Append(new LocalizedText("| File | What it is | Records |", "| Fichier | Contenu | Enregistrements |").In(engagement.Language)).Append("\n|---|---|--:|");
        foreach (var file in files)
        {
            var name = MarkdownText.Escape(file.Path);
            text.Append("\n| ").Append(file.IsLeftOut ? name : $"[{name}]({AddressOf(file.Path)})").Append(" | ")
                .Append(MarkdownText.Escape(file.What.In(engagement.Language))).Append(" | ").Append(file.Rows is { } rows ? engagement.Locale.Number(rows) : "").Append(" |");
        }
    }

    // Names of exports are anybody's: blanks, brackets and signs of every kind.
    private static string AddressOf(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
