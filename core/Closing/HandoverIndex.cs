using System.Text;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Closing;

/// <summary>The index of what is handed over, in the engagement's language.</summary>
internal static class HandoverIndex
{
    public static string Write(Engagement engagement, LocalDate day, IReadOnlyList<HandedFile> files)
    {
        var locale = engagement.Locale;
        string Say(string en, string fr) => engagement.Language == Language.French ? fr : en;
        var text = new StringBuilder()
            .Append("# ").Append(engagement.Name).Append(Say(": data and documents", "\u00a0: données et documents")).Append("\n\n")
            .Append(Say($"As of {locale.LongDate(day)}.", $"État au {locale.LongDate(day)}.")).Append("\n\n")
            .Append(Say(
                "CSV files are UTF-8, separated by commas, with a decimal point and days as year-month-day; a text that a spreadsheet would take for a formula has an apostrophe in front. JSON Lines hold the same records exactly, one a line.",
                "Les fichiers CSV sont en UTF-8, séparés par des virgules, avec un point décimal et des jours au format année-mois-jour\u00a0; un texte qu'un tableur prendrait pour une formule est précédé d'une apostrophe. Les fichiers JSON Lines contiennent exactement les mêmes enregistrements, un par ligne."))
            .Append("\n\n").Append(Say("| file | what | records |", "| fichier | contenu | enregistrements |")).Append("\n|---|---|--:|\n");
        foreach (var file in files)
            text.Append("| ").Append(file.Path).Append(" | ").Append(file.What.In(engagement.Language)).Append(" | ").Append(file.Rows is { } rows ? locale.Number(rows) : "").Append(" |\n");
        return text.ToString();
    }
}
