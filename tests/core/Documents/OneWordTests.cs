using System.Text.RegularExpressions;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Core.Tests.Documents;

/// <summary>The glossary's words are the same wherever they are shown.</summary>
public sealed partial class OneWordTests
{
    [Fact]
    public void French_texts_say_commanditaire()
    {
        foreach (var kind in DocumentLibrary.Kinds)
            Expression().Replace(TemplateSource.BuiltIn(kind.Id, Language.French).Body, "").ShouldNotContain("sponsor", Case.Insensitive, kind.Id);
        foreach (var criterion in DefaultPlan.Of(Company.Engagement()).SelectMany(milestone => milestone.Criteria!))
            criterion.Text!.Fr.ShouldNotContain("sponsor");
    }

    [Theory]
    [InlineData(KpiStatus.OnTarget, "✓ dans la cible")]
    [InlineData(KpiStatus.AtRisk, "▲ à surveiller")]
    [InlineData(KpiStatus.OffTarget, "✕ hors cible")]
    [InlineData(KpiStatus.NoData, "pas de données")]
    public void Statuses_of_kpis_are_a_symbol_and_a_word(KpiStatus status, string french) => KpiStatusWords.Marked(status).Fr.ShouldBe(french);

    [Theory]
    [InlineData(MilestoneState.DoneLate, "✓ done late")]
    [InlineData(MilestoneState.Late, "✕ late")]
    [InlineData(MilestoneState.Upcoming, "upcoming")]
    public void Statuses_of_milestones_are_a_symbol_and_a_word(MilestoneState state, string english) => MilestoneStateWords.Marked(state).En.ShouldBe(english);

    [GeneratedRegex(@"\{\{[^}]*\}\}")]
    private static partial Regex Expression();
}
