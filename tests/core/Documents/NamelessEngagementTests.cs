using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

/// <summary>Where nobody is named yet, rules speak of roles; only the head of a document asks for names.</summary>
public sealed class NamelessEngagementTests
{
    [Theory]
    [InlineData("sop-incident", Language.English, "management", "the owner")]
    [InlineData("sop-incident", Language.French, "la direction", "le responsable")]
    [InlineData("checklist-client-onboarding", Language.English, "sponsor", "the owner")]
    [InlineData("checklist-client-onboarding", Language.French, "commanditaire", "le responsable")]
    [InlineData("exit-checklist", Language.French, "binôme", "la direction")]
    public async Task Rows_name_the_role(string kind, Language language, string role, string other)
    {
        var markdown = (await Company.Writer().Generator.GenerateAsync(Nameless(language), kind)).Markdown;

        markdown.ShouldContain($"| {role} |");
        markdown.ShouldContain($"| {other} |");
        markdown.Split('\n').Where(line => line.StartsWith("| ☐", StringComparison.Ordinal)).ShouldAllBe(line => !line.Contains("\\["));
    }

    [Fact]
    public async Task A_guide_names_the_teams_of_the_map_and_else_the_usual_ones()
    {
        var known = Nameless(Language.French);
        known = known with
        {
            Engagement = known.Engagement with
            {
                Processes = [new() { Id = "a", Name = "Devis", Team = "Atelier", Pain = "cotes manquantes" }, new() { Id = "b", Name = "Pose", Team = "atelier ", Tool = "Trello" }],
            },
        };
        var generator = Company.Writer().Generator;

        (await generator.GenerateAsync(known, "interview-guide")).Markdown.ShouldContain("| Atelier | Devis, Pose | **\\[à désigner\\]** | Trello | cotes manquantes |");
        (await generator.GenerateAsync(Nameless(Language.French), "interview-guide")).Markdown.ShouldContain("| Suivi client |  |");
    }

    private static DocumentContext Nameless(Language language)
    {
        var full = Company.Context(language);
        return new()
        {
            Engagement = new Engagement { Id = full.Engagement.Id, Name = "Nova", Locale = full.Engagement.Locale, Currency = "EUR", Zone = full.Engagement.Zone, Start = full.Engagement.Start },
            Today = full.Today,
            Language = language,
        };
    }
}
