using System.Globalization;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Charts;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Documents.Web;
using OpsAutomation.Documents.Word;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Documents.Charts;

public sealed class ChartTests
{
    public static TheoryData<string, decimal?[]> Lines => new()
    {
        { "gaps", [41_000, null, 38_500, null, null, 48_200] },
        { "gaps at both ends", [null, 1, 2, null] },
        { "negatives", [-1_250.5m, 300, -9_800_000, 0] },
        { "one point", [42] },
        { "one figure among gaps", [null, null, 7, null] },
        { "nothing", [null, null, null] },
        { "all zero", [0, 0, 0] },
        { "all the same", [47, 47, 47] },
        { "huge", [decimal.MaxValue, decimal.MinValue, 1, null] },
        { "tiny", [0.0000001m, 0.0000002m] },
        { "twelve", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_is_written_is_read_again(string name, decimal?[] values)
    {
        foreach (var target in new decimal?[] { null, 45_000 })
        {
            var chart = Of(name, values, target);
            var read = ChartText.Read(Inside(ChartText.Write(chart)))!;

            (read.Title, read.Unit, read.Currency).ShouldBe((chart.Title, chart.Unit, chart.Currency));
            read.Points.ShouldBe(chart.Points);
        }
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_missing_figure_is_a_gap_in_the_line_and_never_zero(string name, decimal?[] values)
    {
        var page = Page(Of(name, values, 45_000));
        var svg = page.QuerySelector("svg")!;

        svg.QuerySelectorAll("circle").Length.ShouldBe(values.Count(value => value is not null));
        svg.QuerySelectorAll("text.none").Length.ShouldBe(values.Count(value => value is null));
        svg.QuerySelectorAll("text.when").Length.ShouldBe(values.Length);
        // As many strokes as there are runs of figures.
        var runs = values.Where((value, i) => value is not null && (i == 0 || values[i - 1] is null)).Count();
        (svg.QuerySelector("path.line")?.GetAttribute("d") ?? "").Count(c => c == 'M').ShouldBe(runs);
        foreach (var number in svg.QuerySelectorAll("circle").Select(circle => double.Parse(circle.GetAttribute("cy")!, CultureInfo.InvariantCulture)))
            number.ShouldBeInRange(20, 130);
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void It_says_every_point_to_those_who_do_not_see_it(string name, decimal?[] values)
    {
        var svg = Page(Of(name, values, 45_000)).QuerySelector("svg")!;

        svg.GetAttribute("role").ShouldBe("img");
        var ids = svg.GetAttribute("aria-labelledby")!.Split(' ');
        ids.Select(id => svg.QuerySelector("#" + id)!.LocalName).ShouldBe(["title", "desc"]);
        var text = svg.QuerySelector("desc")!.TextContent;
        foreach (var value in values.OfType<decimal>())
            text.ShouldContain(Locale.FrFr.Money(value, "EUR"));
        text.ShouldContain("Cible\u00a0: 45\u202f000\u00a0€");
        if (values.Contains(null))
            text.ShouldContain("pas de données");
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Word_gets_a_chart_part_that_its_validator_accepts(string name, decimal?[] values)
    {
        foreach (var target in new decimal?[] { null, 45_000 })
        {
            var bytes = WordDocument.Write(MarkdownReader.Parse("# T\n\n" + ChartText.Write(Of(name, values, target))), Frame, Company.Today);
            using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
            foreach (var version in (FileFormatVersions[])[FileFormatVersions.Office2007, FileFormatVersions.Office2019])
                new OpenXmlValidator(version).Validate(document).Select(error => error.Path?.XPath + " " + error.Description).ShouldBeEmpty();

            var part = document.MainDocumentPart!.ChartParts.ShouldHaveSingleItem();
            var first = part.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumberingCache>().First();
            first.Elements<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>().Count().ShouldBe(values.Count(value => value is not null));
            part.ChartSpace.Descendants<DocumentFormat.OpenXml.Drawing.Charts.DisplayBlanksAs>().Single().Val!.InnerText.ShouldBe("gap");
            document.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single().Description!.Value!.ShouldStartWith(name + ".");
        }
    }

    [Theory]
    [InlineData("48200", KpiUnit.Money, "48,2 k€", "€48.2k")]
    [InlineData("-1250000", KpiUnit.Money, "−1,3 M€", "−€1.3M")]
    [InlineData("2400000000", KpiUnit.Money, "2,4 Md€", "€2.4bn")]
    [InlineData("9999.99", KpiUnit.Money, "10 000 €", "€10,000")]
    [InlineData("640.5", KpiUnit.Money, "640,50 €", "€640.50")]
    [InlineData("86", KpiUnit.Percent, "86,0 %", "86.0%")]
    [InlineData("11", KpiUnit.Days, "11,0 j", "11.0 d")]
    [InlineData("123456", KpiUnit.Count, "123,5 k", "123.5k")]
    public void Its_figures_are_short_and_in_the_readers_locale(string value, KpiUnit unit, string french, string english)
    {
        var number = decimal.Parse(value, CultureInfo.InvariantCulture);

        ChartWords.Short(number, unit, "EUR", Locale.FrFr).Replace('\u00a0', ' ').Replace('\u202f', ' ').ShouldBe(french);
        ChartWords.Short(number, unit, "EUR", Locale.EnGb).Replace('\u00a0', ' ').ShouldBe(english);
    }

    [Fact]
    public void A_long_chart_carries_its_last_greatest_least_and_first_figures_unless_they_touch()
    {
        Of("", [5, 6, 1, 9, 3, 4, 5, 6, 7, 8, 2, 4], null).Labelled().Order().ShouldBe([0, 3, 11]);
        Of("", [5, 6, 7, 8, 7, 6, 5, 1, 2, 3, 2, 4], null).Labelled().Order().ShouldBe([0, 3, 7, 11]);
    }

    [Fact]
    public void The_axis_begins_at_zero_unless_all_figures_are_close_and_then_says_so()
    {
        ChartScale.Of(Of("", [10, 40], null)).ShouldBe(new(0, 40, false));
        ChartScale.Of(Of("", [-5, 40], null)).ShouldBe(new(-5, 40, false));
        ChartScale.Of(Of("", [90, 100], null)).IsCut.ShouldBeTrue();
        ChartWords.Caption(Of("Cash", [90, 100], 95), Locale.EnGb).ShouldBe("Cash · dashes: target · cut axis");
        ChartWords.Caption(Of("Trésorerie", [null], null), Locale.FrFr).ShouldBe("Trésorerie · pas de données");
    }

    [Theory]
    [InlineData("```chart\nTitle\n```")]
    [InlineData("```chart\nTitle\nparsecs\nA | 1\n```")]
    [InlineData("```chart\nTitle\nmoney EUR\nA | 1,5\n```")]
    [InlineData("```chart\nTitle\nmoney EUR\nA\n```")]
    [InlineData("```\nTitle\nmoney EUR\nA | 1\n```")]
    public void A_block_that_is_no_chart_is_shown_as_it_is(string markdown)
    {
        var html = WebPage.Write(MarkdownReader.Parse(markdown), Frame);

        html.ShouldContain("<pre>");
        html.ShouldNotContain("<svg");
        WordDocument.Write(MarkdownReader.Parse(markdown), Frame, Company.Today).ShouldNotBeEmpty();
    }

    [Fact]
    public void Nothing_in_a_label_breaks_out_of_the_chart()
    {
        var chart = new Chart("a\n```\n# b", KpiUnit.Count, null, [new("<script>|x", 1), new("]]>&\"", null)]);
        var html = WebPage.Write(MarkdownReader.Parse(ChartText.Write(chart)), Frame);

        html.ShouldNotContain("<script>");
        new HtmlParser().ParseDocument(html).QuerySelectorAll("figure svg").ShouldHaveSingleItem();
        new HtmlParser().ParseDocument(html).QuerySelectorAll("main h1").ShouldBeEmpty();
    }

    private static DocumentFrame Frame { get; } = new("T", "Atelier Lumen", "fr-FR", Language.French, "Version 1", false, false);

    private static AngleSharp.Html.Dom.IHtmlDocument Page(Chart chart) => new HtmlParser().ParseDocument(WebPage.Write(MarkdownReader.Parse(ChartText.Write(chart)), Frame));

    private static Chart Of(string name, decimal?[] values, decimal? target) => new(name, KpiUnit.Money, "EUR", [.. values.Select((value, i) => new ChartPoint($"n{i}", value, target))]);

    private static string[] Inside(string fence) => fence.TrimEnd('\n').Split('\n')[1..^1];
}
