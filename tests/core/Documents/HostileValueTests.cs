using System.Text;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Logbook;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class HostileValueTests
{
    public static TheoryData<string> Values =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "[clic](javascript:alert(1))", "![x](https://evil.example/p.png)",
        "a | b | c", "# titre", "- puce", "1. liste", "**gras** _souligné_ `code`", "{{client}} {{#each people}}", "=cmd|' /C calc'!A0", "+1+1",
        "<javascript:alert(1)>", "&lt;b&gt; &amp; &#60;", "https://evil.example", "\\", "~~~", "> cité", "---", "a\\|b", "]] ](x)", "\" onmouseover=\"x",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_hostile_value_is_shown_as_it_is_written(string value)
    {
        foreach (var kind in new[] { "raci", "engagement-brief", "weekly-ops-agenda", "exit-checklist", "operating-system" })
        {
            var document = await Company.Writer().Generator.GenerateAsync(With(value), kind);
            var page = new HtmlParser().ParseDocument(document.Html);

            page.QuerySelectorAll("script, img, iframe, [onerror], [onmouseover], [src]").ShouldBeEmpty();
            page.QuerySelectorAll("a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith('#'));
            page.Body!.TextContent.ShouldContain(value);
            using var word = WordprocessingDocument.Open(new MemoryStream(document.Docx), isEditable: false);
            word.MainDocumentPart!.Document.InnerText.ShouldContain(value);
            word.MainDocumentPart.HyperlinkRelationships.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_value_adds_no_row_column_heading_or_list_to_the_document()
    {
        var plain = new HtmlParser().ParseDocument((await Company.Writer().Generator.GenerateAsync(With("plain"), "raci")).Html);
        foreach (var row in Values)
        {
            var value = row.Data;
            var page = new HtmlParser().ParseDocument((await Company.Writer().Generator.GenerateAsync(With(value), "raci")).Html);

            page.QuerySelectorAll("td, th, tr, h1, h2, h3, li, ul, ol, blockquote, strong, em, code").Length
                .ShouldBe(plain.QuerySelectorAll("td, th, tr, h1, h2, h3, li, ul, ol, blockquote, strong, em, code").Length, value);
        }
    }

    [Fact]
    public async Task Control_bidirectional_and_broken_characters_are_taken_away()
    {
        var document = await Company.Writer().Generator.GenerateAsync(With("a\u0000b\u001b[0m\u202Ec\u2066d\uD800e\uFFFEf\u200Bg\r\n\r\n# h"), "raci");

        document.Html.ShouldContain("ab[0mcd");
        document.Html.ShouldContain("fg # h");
        document.Markdown.EnumerateRunes().ShouldAllBe(rune => rune.Value != 0 && rune.Value != 0x202E && rune.Value != 0x2066 && (rune.Value >= 32 || rune.Value == 10));
        using var word = WordprocessingDocument.Open(new MemoryStream(document.Docx), isEditable: false);
        new OpenXmlValidator().Validate(word).Select(error => error.Path?.XPath + error.Description).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
        Encoding.UTF8.GetBytes(document.Html).ShouldNotBeEmpty();
    }

    private static DocumentContext With(string value)
    {
        var context = Company.Context(Language.English);
        return context with
        {
            Engagement = context.Engagement with
            {
                Name = "Firm " + value,
                Scope = context.Engagement.Scope with { Business = value, Stakes = value, Included = [value], Access = [value] },
                Raci = [new RaciRow { Process = value, Accountable = ["samir"], Responsible = ["ines"] }],
                Tools = [new Tool(value, value)],
                People = [.. context.Engagement.People.Select(person => person with { Title = value })],
            },
            Log = [new LogItem { Id = "D-1", Kind = LogKind.Decision, Text = value, Recommendation = value, Owner = value, Added = Company.Today }],
        };
    }
}
