using System.Globalization;
using System.Text.RegularExpressions;
using OpsAutomation.Documents.Roles;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Roles;

public sealed partial class RoleAdviceTests
{
    [Theory]
    [InlineData(1, null, "Obm")]
    [InlineData(5, CompanyStage.Transition, "Obm")]
    [InlineData(6, CompanyStage.Growth, "Obm")]
    [InlineData(15, CompanyStage.Structuring, "FractionalCoo")]
    [InlineData(15, CompanyStage.Launch, "Obm")]
    [InlineData(16, CompanyStage.Launch, "FractionalCoo")]
    [InlineData(80, null, "FractionalCoo")]
    [InlineData(81, null, "FullTimeCoo")]
    public void Size_and_stage_decide(int headcount, CompanyStage? stage, string role) => RoleAdvice.For(With(headcount, stage)).Role.ToString().ShouldBe(role);

    [Fact]
    public void Exactly_one_rule_fits_every_company()
    {
        for (var headcount = 1; headcount < 200; headcount++)
        {
            foreach (var stage in Enum.GetValues<CompanyStage>())
                RoleAdvice.Rules.Count(rule => rule.Fits(headcount, stage)).ShouldBe(1);
        }
    }

    [Fact]
    public void An_unknown_headcount_is_assumed_from_the_size_and_says_so()
    {
        RoleAdvice.HeadcountOf(With(null, null) with { Size = EngagementSize.Solo }).ShouldBe((1, true));
        RoleAdvice.HeadcountOf(With(12, null)).ShouldBe((12, false));
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public void The_weights_of_the_scorecard_add_up_to_a_hundred_and_two_flags_end_the_selection(Language language)
    {
        var body = TemplateSource.BuiltIn("selection-scorecard", language).Body;

        Weight().Matches(body).Sum(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ShouldBe(100);
        body.ShouldContain("| **100** |");
        body.ShouldContain("/ 400");
        body.Split('\n').Count(line => line.StartsWith("- [ ] ", StringComparison.Ordinal)).ShouldBe(7);
        body.ShouldContain(language == Language.French ? "deux arrêtent la sélection" : "two end the selection");
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.French)]
    public async Task The_handover_plan_names_the_internal_deputy(Language language)
    {
        var document = await Company.Writer().Generator.GenerateAsync(Company.Context(language), "handover-plan");

        document.Markdown.Split('\n').Count(line => line.Contains("Anna Keller", StringComparison.Ordinal) && line.Contains("Inès Petit", StringComparison.Ordinal)).ShouldBeGreaterThanOrEqualTo(8);
    }

    private static Engagement With(int? headcount, CompanyStage? stage) => Company.Engagement() with { Scope = new EngagementScope { Headcount = headcount, Stage = stage } };

    [GeneratedRegex(@"^\| [^|]+ \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Weight();
}
