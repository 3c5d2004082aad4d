using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

/// <summary>One of a thing is said in the singular, in both languages.</summary>
public sealed class PluralTests
{
    [Theory]
    [InlineData("engagement-brief", Language.English, 1, "1 person\n", "1 day a week")]
    [InlineData("engagement-brief", Language.French, 1, "1 personne\n", "1 jour par semaine")]
    [InlineData("engagement-brief", Language.English, 3, "3 people\n", "3 days a week")]
    [InlineData("engagement-brief", Language.French, 3, "3 personnes\n", "3 jours par semaine")]
    [InlineData("sop-crm-hygiene", Language.English, 1, "every month", "without activity for 1 day,")]
    [InlineData("sop-crm-hygiene", Language.French, 1, "tous les mois", "sans activité depuis 1 jour,")]
    [InlineData("sop-crm-hygiene", Language.English, 4, "every 4 months", "for 4 days,")]
    [InlineData("sop-crm-hygiene", Language.French, 4, "tous les 4 mois", "depuis 4 jours,")]
    public async Task A_number_takes_its_word(string kind, Language language, int number, string first, string second)
    {
        var context = Company.Context(language);
        context = context with
        {
            Engagement = context.Engagement with
            {
                DaysPerWeek = number,
                Scope = context.Engagement.Scope with { Headcount = number },
                Documents = context.Engagement.Documents with { ReviewMonths = number },
                Kpis = context.Engagement.Kpis with { StaleAfterDays = number },
            },
        };

        var markdown = (await Company.Writer().Generator.GenerateAsync(context, kind, TestContext.Current.CancellationToken)).Markdown;

        markdown = markdown.Replace('\u00a0', ' ');
        markdown.ShouldContain(first);
        markdown.ShouldContain(second);
    }
}
