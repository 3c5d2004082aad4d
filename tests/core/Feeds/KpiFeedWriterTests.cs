using System.Text;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Feeds;

namespace OpsAutomation.Core.Tests.Feeds;

public sealed class KpiFeedWriterTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");

    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    public void The_sample_of_the_documentation_is_what_is_written(string format)
    {
        var file = KpiFeedWriter.Find(format)!.Write(Lumen, Feed("Signé", "Won"), Language.English);
        var sample = File.ReadAllText(Path.Combine(Docs(), $"sample.{format}"));

        var written = Encoding.UTF8.GetString(file.Content.Span);
        if (format == "json")
            JsonElement.DeepEquals(JsonDocument.Parse(written).RootElement, JsonDocument.Parse(sample).RootElement).ShouldBeTrue();
        else
            written.ShouldBe(sample.ReplaceLineEndings("\r\n"));
    }

    [Fact]
    public void Every_column_is_documented_in_its_order()
    {
        var page = File.ReadAllLines(Path.Combine(Docs(), "..", "feed.md"));
        page.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('`')[1]).ShouldBe(KpiFeedWriter.Columns);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData(" \t=1", "\"'  =1\"")]
    [InlineData("\r\n=1", "\"'=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("Chiffre d'affaires", "\"Chiffre d'affaires\"")]
    public void No_label_is_a_formula_or_a_second_cell(string label, string cell)
    {
        var lines = Encoding.UTF8.GetString(KpiFeedWriter.Find("csv")!.Write(Lumen, Feed(label, "x"), Language.French).Content.Span).Split("\r\n");

        lines.Length.ShouldBe(4);
        lines[1].ShouldStartWith($"atelier-lumen,sales.won-amount,{cell},money,EUR,week,");
        // A figure below zero stays a number.
        lines[2].ShouldContain(",-120.25,");
    }

    [Fact]
    public void The_version_changes_with_the_content_and_with_nothing_else()
    {
        string Tag(string label, Language language) => KpiFeedWriter.Find("csv")!.Write(Lumen, Feed(label, "Won"), language).Tag;

        Tag("Signé", Language.French).ShouldBe(Tag("Signé", Language.French));
        new[] { Tag("Signé", Language.French), Tag("Gagné", Language.French), Tag("Signé", Language.English) }.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        Tag("Signé", Language.French).ShouldMatch("^\"[0-9a-f]{32}\"$");
    }

    private static KpiFeed Feed(string french, string english) => new(
        new(2026, 11, 23), "p", Instant.FromUtc(2026, 11, 23, 6, 30),
        [
            new()
            {
                Kpi = "sales.won-amount", Label = new(english, french), Unit = "money", Currency = "EUR", Grain = "week", Nature = "flow", Period = "2026-W47",
                PeriodStart = "2026-11-16", PeriodEnd = "2026-11-22", IsCurrent = true, Value = 48200m, Target = 45000m, Status = "on-target",
            },
            new()
            {
                Kpi = "finance.cash-flow", Label = new("Cash flow", "Flux de trésorerie"), Unit = "money", Currency = "EUR", Grain = "month", Nature = "flow", Period = "2026-10",
                PeriodStart = "2026-10-01", PeriodEnd = "2026-10-31", Value = -120.25m, Status = "no-target",
            },
        ]);

    private static string Docs()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "OpsAutomation.sln")))
            directory = directory.Parent;
        return Path.Combine(directory!.FullName, "docs", "feed");
    }
}
