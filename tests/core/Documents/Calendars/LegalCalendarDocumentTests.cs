using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Calendars;

public sealed class LegalCalendarDocumentTests
{
    [Fact]
    public async Task A_country_without_a_list_shows_what_to_ask_for_and_counts_nothing()
    {
        var text = await WriteAsync(engagement => engagement with { Country = "AU", Region = null, Calendar = new() });

        text.ShouldContain("**Pays :** Australie");
        text.ShouldContain("Il n'y a pas de liste d'échéances légales pour ce pays");
        text.ShouldNotContain(" 0 échéance");
        text.ShouldNotContain("## Chaque mois");
    }

    [Fact]
    public async Task Where_nothing_is_due_by_the_month_there_is_no_table_of_it()
    {
        var text = await WriteAsync(engagement => engagement with { Country = "CH", Region = "CH-GE", Calendar = new() });

        text.ShouldContain("ch-vat");
        text.ShouldNotContain("## Chaque mois");
    }

    [Fact]
    public async Task Only_the_law_is_called_law_where_a_day_off_moves_a_date()
    {
        // 15 May 2027 is a Saturday, 1 January a holiday.
        var text = await WriteAsync(engagement => engagement with
        {
            Country = "FR",
            Calendar = new() { Dates = [new("Assurance décennale", new LocalDate(2027, 1, 1), 12, null)] },
        });

        text.ShouldContain("14 mai 2027 (loi : 15 mai)");
        text.ShouldContain("31 déc. 2026 (date : 1er janv.)");
    }

    private static async Task<string> WriteAsync(Func<Engagement, Engagement> change)
    {
        var context = Company.Context(Language.French);
        context = context with { Engagement = change(context.Engagement) };
        var markdown = (await Company.Writer().Generator.GenerateAsync(context, "legal-calendar", TestContext.Current.CancellationToken)).Markdown;
        return markdown.Replace('\u00a0', ' ');
    }
}
