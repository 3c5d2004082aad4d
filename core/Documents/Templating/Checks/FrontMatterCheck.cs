using OpsAutomation.Engagements;
using OpsAutomation.Engagements.Yaml;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Templating.Checks;

/// <summary>What a template's front matter may say. A field that is mistyped must not be passed over: nobody would see that it does nothing.</summary>
internal static class FrontMatterCheck
{
    private static readonly IReadOnlySet<string> YesOrNo = Set("true", "false", "yes", "no");

    private static readonly Dictionary<string, IReadOnlySet<string>?> Fields = new(StringComparer.Ordinal)
    {
        ["title"] = null,
        ["family"] = Set([.. Enum.GetNames<DocumentFamily>().Select(name => name.ToLowerInvariant())]),
        ["owner"] = null,
        ["process"] = null,
        ["kpis"] = null,
        ["counts"] = TemplateWords.Counts,
        ["days"] = Set("working", "calendar"),
        ["contents"] = YesOrNo,
        ["landscape"] = YesOrNo,
    };

    /// <summary>Checks the fields.</summary>
    /// <exception cref="OpsException">A field is not known, or its value is none of those it can have: file, line and token.</exception>
    public static void Run(DocumentTemplate template)
    {
        foreach (var (field, value) in template.Fields)
        {
            if (!Fields.TryGetValue(field, out var values))
            {
                var near = Nearest.Of(field, Fields.Keys);
                throw At(
                    template, field, field,
                    "there is no such field" + (near is null ? $"; those there are: {string.Join(", ", Fields.Keys)}" : $": did you mean {near}?"),
                    "ce champ n'existe pas" + (near is null ? $"\u00a0; les champs possibles\u00a0: {string.Join(", ", Fields.Keys)}" : $"\u00a0: peut-être {near}"));
            }

            var wrong = values is null ? null : template.List(field).FirstOrDefault(word => !values.Contains(word));
            if (wrong is not null || values is not null && value.Length == 0)
                throw At(template, field, wrong ?? field, $"{field} can be {string.Join(", ", values!)}", $"{field} peut valoir {string.Join(", ", values!)}");
        }
    }

    /// <summary>Checks that the KPIs named are KPIs of the product or of the engagement.</summary>
    /// <exception cref="OpsException">One is not: file, line and token.</exception>
    public static void Kpis(DocumentTemplate template, Engagement engagement)
    {
        if (template.List("kpis").FirstOrDefault(id => KpiCatalogue.Find(id, engagement) is null) is not { } unknown)
            return;
        var near = Nearest.Of(unknown, KpiCatalogue.All.Select(kpi => kpi.Id).Concat(engagement.Kpis.Custom.Select(kpi => kpi.Id)));
        throw At(
            template, "kpis", unknown, "there is no such KPI" + (near is null ? ": see docs/kpis.md" : $": did you mean {near}?"),
            "cet indicateur n'existe pas" + (near is null ? "\u00a0: voir docs/kpis.md" : $"\u00a0: peut-être {near}"));
    }

    private static HashSet<string> Set(params IEnumerable<string> words) => new(words, StringComparer.Ordinal);

    private static OpsException At(DocumentTemplate template, string field, string token, string en, string fr)
    {
        var lines = template.Text.Split('\n');
        var line = Array.FindIndex(lines, text => text.TrimStart().StartsWith(field, StringComparison.Ordinal) && text.Contains(':', StringComparison.Ordinal));
        return TemplateFault.At(template.Name, Math.Max(0, line) + 1, token, en, fr);
    }
}
