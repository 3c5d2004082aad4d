using System.Text.RegularExpressions;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

/// <summary>Every SOP of the library has what an SOP has, in both languages.</summary>
public sealed partial class SopShapeTests
{
    public static TheoryData<string, Language> EverySop
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var kind in DocumentLibrary.Kinds.Where(kind => kind.Family == DocumentFamily.Sop))
            {
                data.Add(kind.Id, Language.English);
                data.Add(kind.Id, Language.French);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EverySop))]
    public async Task It_says_purpose_trigger_owner_steps_checks_exceptions_kpis_and_revisions(string kind, Language language)
    {
        var text = (await Company.Writer().Generator.GenerateAsync(Company.Context(language), kind)).Markdown.Replace('\u00a0', ' ');

        string[] parts = language == Language.French
            ? ["**Objet et état final :**", "**Déclencheur", "**Responsable :**", "## Étapes", "## Contrôles", "## Exceptions", "## Indicateurs", "## Révisions"]
            : ["**Purpose and end state:**", "**Trigger", "**Owner:**", "## Steps", "## Checks", "## Exceptions", "## KPIs", "## Revisions"];
        foreach (var part in parts)
            text.ShouldContain(part);
    }

    [Theory]
    [MemberData(nameof(EverySop))]
    public async Task Each_step_has_who_an_input_a_time_and_an_output(string kind, Language language)
    {
        var text = (await Company.Writer().Generator.GenerateAsync(Company.Context(language), kind)).Markdown;
        var lines = text.Split('\n');

        var heads = lines.Where(line => line.StartsWith(language == Language.French ? "| N° | Étape |" : "| No. | Step |", StringComparison.Ordinal)).ToList();
        heads.ShouldNotBeEmpty();
        heads.ShouldAllBe(head => head.Contains(language == Language.French ? "| Entrées |" : "| Inputs |") && head.Contains(language == Language.French ? "| Sortie (" : "| Output ("));
        var steps = lines.Where(line => Step().IsMatch(line)).ToList();
        steps.Count.ShouldBeGreaterThan(5);
        steps.ShouldAllBe(line => line.Trim().Trim('|').Split('|').Length == 6);
        steps.ShouldAllBe(line => line.Trim().Trim('|').Split('|').All(cell => cell.Trim().Length > 0));
    }

    [GeneratedRegex(@"^\| \d+ \|")]
    private static partial Regex Step();
}
