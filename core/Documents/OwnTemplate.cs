using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents;

/// <summary>The template of a document that people wrote: the title above their text, the KPIs that it moves and its versions below.</summary>
internal static class OwnTemplate
{
    public static DocumentTemplate Of(string title, DocumentKind kind, OwnDocument own, Language language)
    {
        var french = language == Language.French;
        var kpis = own.Moves.Count == 0 ? "" : (french ? "## Indicateurs que cette procédure fait bouger" : "## KPIs that this procedure moves") + "\n\n{{kpiTable}}\n\n";
        var versions = (french ? "## Révisions" : "## Revisions") + "\n\n{{revisions}}\n";
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["title"] = MarkdownText.Clean(title),
            ["family"] = kind.Family == DocumentFamily.Sop ? "sop" : "playbook",
            ["process"] = string.Join(", ", own.Processes),
            ["kpis"] = string.Join(", ", own.Moves),
            ["owner"] = own.Owner ?? "",
        };
        return DocumentTemplate.Of($"{kind.Id}.md", fields, kpis + versions);
    }
}
