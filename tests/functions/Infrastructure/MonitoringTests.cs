using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Functions.Tests.Telemetry;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Tests.Infrastructure;

/// <summary>Alerts and the workbook ask for what the code really tells, and the manual says what to do.</summary>
public sealed partial class MonitoringTests
{
    private static readonly string[] Tables = ["requests", "traces", "exceptions"];

    // The only words of templates that stand for a value where a query names one.
    private static readonly string[] Templates = [.. LogEvents.All.Select(one => Hole().Replace(one.Message, "\u0001"))];

    private static readonly string[] Functions =
    [
        .. typeof(AppServices).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods()).Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>(),
    ];

    public static TheoryData<string, string> Queries
    {
        get
        {
            var queries = new TheoryData<string, string>();
            foreach (Match alert in AlertQuery().Matches(BicepText.Of("app/monitoring.bicep")))
                queries.Add(alert.Groups["name"].Value, alert.Groups["query"].Value);
            using var workbook = Workbook();
            foreach (var item in workbook.RootElement.GetProperty("items").EnumerateArray().Where(item => item.GetProperty("type").GetInt32() == 3))
                queries.Add(item.GetProperty("name").GetString()!, item.GetProperty("content").GetProperty("query").GetString()!);
            return queries;
        }
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void A_query_names_tables_functions_and_first_words_that_exist(string name, string query)
    {
        var tables = Table().Matches(query).Select(match => match.Groups["table"].Value).ToList();
        tables.ShouldNotBeEmpty(name);
        tables.Except(Tables, StringComparer.Ordinal).ShouldBeEmpty(name);
        foreach (Match word in FunctionName().Matches(query))
            Functions.ShouldContain(word.Groups["word"].Value, StringComparer.Ordinal, name);
        foreach (Match list in FunctionList().Matches(query))
            Quoted().Matches(list.Value).Select(one => one.Groups["text"].Value).Except(Functions, StringComparer.Ordinal).ShouldBeEmpty(name);
        foreach (Match word in Prefix().Matches(query))
            Functions.ShouldContain(function => function.StartsWith(word.Groups["word"].Value, StringComparison.Ordinal), name);
        foreach (Match words in Message().Matches(query))
            Told(words.Groups["words"].Value).ShouldBeTrue($"{name}: no template says '{words.Groups["words"].Value}'");
        query.Count(one => one == '(').ShouldBe(query.Count(one => one == ')'), name);
    }

    [Fact]
    public void What_the_workbook_takes_apart_is_what_the_templates_put_together()
    {
        foreach (var row in Queries)
        {
            foreach (Match parsed in Parse().Matches(row.Data.Item2))
            {
                var parts = Quoted().Matches(parsed.Groups["parts"].Value).Select(one => one.Groups["text"].Value).ToList();
                Templates.ShouldContain(
                    template => parts.TrueForAll(part => template.Contains(part.TrimEnd(), StringComparison.Ordinal)), $"{row.Data.Item1}: {string.Join(" … ", parts)}");
            }
        }
    }

    [Fact]
    public void The_workbook_is_deployed_and_names_every_queue()
    {
        BicepText.Of("app/monitoring.bicep").ShouldContain("loadTextContent('workbook.json')");
        using var workbook = Workbook();
        var text = workbook.RootElement.GetRawText();
        foreach (var queue in JobQueues.All)
            text.ShouldContain(queue);
        workbook.RootElement.GetProperty("version").GetString().ShouldBe("Notebook/1.0");
    }

    [Fact]
    public void Every_alert_has_a_runbook_of_its_name_and_every_runbook_an_alert()
    {
        var manual = File.ReadAllText(Path.Combine(BicepText.Root(), "docs", "operations.md"));
        var runbooks = Regex.Matches(
            manual[manual.IndexOf("## When an alert comes", StringComparison.Ordinal)..manual.IndexOf("## When something fails", StringComparison.Ordinal)],
            "^### (?<name>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["name"].Value);
        var alerts = AlertQuery().Matches(BicepText.Of("app/monitoring.bicep")).Select(match => match.Groups["name"].Value).Append("storage-throttled");

        BicepText.Of("app/monitoring.bicep").ShouldContain("'${account}-storage-throttled'");
        runbooks.ShouldBe(alerts, ignoreOrder: true);
    }

    // A query may name a value in place of a hole, such as a queue.
    private static bool Told(string words) => Templates.Any(template =>
        template.Contains(words, StringComparison.Ordinal)
        || JobQueues.All.Any(queue => ReplaceFirst(template, queue).StartsWith(words, StringComparison.Ordinal)));

    private static string ReplaceFirst(string template, string value)
    {
        var at = template.IndexOf('\u0001', StringComparison.Ordinal);
        return at < 0 ? template : template[..at] + value + template[(at + 1)..];
    }

    private static JsonDocument Workbook() => JsonDocument.Parse(BicepText.Of("app/workbook.json"));

    [GeneratedRegex(@"name: '(?<name>[a-z-]+)'\s+description: '[^']*'\s+query: '(?<query>[^']*)'", RegexOptions.ExplicitCapture)]
    private static partial Regex AlertQuery();

    [GeneratedRegex(@"(^|\()(?<table>[a-z]+)\s*\| ", RegexOptions.ExplicitCapture)]
    private static partial Regex Table();

    [GeneratedRegex("name == \"(?<word>\\w+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex FunctionName();

    [GeneratedRegex("name in \\([^)]*\\)", RegexOptions.ExplicitCapture)]
    private static partial Regex FunctionList();

    [GeneratedRegex("name startswith \"(?<word>\\w+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Prefix();

    [GeneratedRegex("message (startswith|contains) \"(?<words>[^\"]+)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Message();

    [GeneratedRegex("parse message with (?<parts>[^|]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Parse();

    [GeneratedRegex("\"(?<text>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Hole();
}
