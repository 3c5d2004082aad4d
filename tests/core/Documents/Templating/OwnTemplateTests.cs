using System.Collections;
using System.Text;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Models;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Documents.Templating.Checks;

namespace OpsAutomation.Core.Tests.Documents.Templating;

public sealed class OwnTemplateTests
{
    private const string Kind = "engagement-brief";

    [Theory]
    [InlineData("{{! a remark }}{{!-- another: {{not read}} --}}fin", "fin")]
    [InlineData("{{#if  tu }}a{{else if solo}}b{{else}}c{{/if}}", "c")]
    [InlineData("{{#each kpis}}{{@index}}{{#if @first}} {{../client}} {{@root.client}} {{this.label}}{{/if}}{{/each}}", "0 Atelier Lumen Atelier Lumen Échu impayé1234")]
    [InlineData("{{#each kpis as |kpi place|}}{{#if @last}}{{kpi.label}} {{place}}{{/if}}{{/each}}", "Taux de charge 4")]
    [InlineData("{{#with engagement}}{{date start}}{{/with}}", "12 octobre 2026")]
    [InlineData("{{#unless solo}}{{counted 1 \"jour\" \"jours\"}}, {{counted 0 \"jour\" \"jours\"}}, {{counted 2 \"jour\" \"jours\"}}{{/unless}}", "1 jour, 0 jour, 2 jours")]
    [InlineData("a {{~client~}} b", "aAtelier Lumenb")]
    [InlineData("{{#figures}}{{client}}{{/figures}}", "Atelier Lumen")]
    [InlineData("{{^solo}}non{{/solo}}", "non")]
    [InlineData("Accolade } et }} seules", "Accolade } et }} seules")]
    public async Task What_Handlebars_offers_is_understood(string body, string expected) =>
        (await WriteAsync($"---\ntitle: T\n---\n{body}\n")).Trim().ShouldBe($"# T\n\n{expected}");

    [Theory]
    [InlineData("---\r\ntitle: T\r\n# a remark\r\n\r\nowner: relay, claire\r\nprocess: accueil\r\nkpis: sales.won-amount\r\n---\r\n{{kpiTable}}\r\n")]
    [InlineData("\uFEFF---\ntitle: \"T\"\ncontents: yes\nlandscape: false\ndays: working\nfamily: framing\ncounts: review, impact, capacity, daily, crm-defects\n---\n{{review.month}} {{workload.overCount}} {{daily.all}}\n")]
    public async Task The_front_matter_may_say_all_that_the_product_s_own_say(string template) =>
        (await WriteAsync(template)).ShouldStartWith("# T\n");

    [Fact]
    public void Every_value_that_a_document_can_have_is_a_known_word()
    {
        var counted = DocumentTemplate.Parse("templates/fr/own.md", $"---\ntitle: T\ncounts: {string.Join(", ", TemplateWords.Counts)}\n---\n"
            + "improvements. processMap backlog stack training diagnostic quarter. operating. calendar. automation. register. friday. board. logbook. dataRoom. roleAdvice.");
        foreach (var language in Enum.GetValues<Language>())
            Walk(DocumentModel.Of(Company.Context(language), counted, Kind)).Distinct(StringComparer.Ordinal).Except(TemplateWords.Known, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void The_page_of_templates_names_every_helper_and_the_values_of_a_document()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs", "templates.md"));

        foreach (var word in TemplateHelperCalls.Names.Concat(TemplateHelperCalls.BlockNames).Concat(["client", "roles", "kpis", "agenda", "decisions.open", "counts"]))
            page.ShouldContain($"`{word}", Case.Sensitive, word);
    }

    private static IEnumerable<string> Walk(object? value) => value switch
    {
        Values values => values.SelectMany(pair => Walk(pair.Value).Prepend(pair.Key)),
        string => [],
        IEnumerable items => items.Cast<object?>().SelectMany(Walk),
        _ => [],
    };

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OpsAutomation.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }

    private static async Task<string> WriteAsync(string template)
    {
        var (generator, _, blobs, _) = Company.Writer();
        var context = Company.Context(Language.French);
        await blobs.WriteAsync(context.Engagement.Id, TemplateSource.OwnPath(Language.French, Kind), (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(template), token).AsTask());
        return (await generator.GenerateAsync(context, Kind)).Markdown;
    }
}
