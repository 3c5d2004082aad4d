namespace OpsAutomation.Documents.Packs;

/// <summary>What goes into a handover pack.</summary>
public sealed record PackSettings
{
    /// <summary>The formats, of <c>md</c>, <c>html</c> and <c>docx</c>; all by default.</summary>
    public IReadOnlyList<string> Formats { get; init; } = ["html", "docx", "md"];

    /// <summary>The languages; both by default.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [Language.French, Language.English];

    /// <summary>The language of the index; null for the engagement's.</summary>
    public Language? IndexLanguage { get; init; }

    /// <summary>The formats that a list of them names, such as <c>html,docx</c>.</summary>
    /// <exception cref="OpsException">One of them is none that documents are written in.</exception>
    public static IReadOnlyList<string> ReadFormats(string list)
    {
        string[] known = ["html", "docx", "md"];
        var asked = list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(format => format.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToList();
        return asked.Count > 0 && asked.TrueForAll(known.Contains) ? asked : throw OpsException.WrongUsage(
            $"Documents are written as {string.Join(", ", known)}: name one or several of these, separated by commas.",
            $"Les documents s'écrivent en {string.Join(", ", known)}\u00a0: indiquez un ou plusieurs de ces formats, séparés par des virgules.");
    }
}
