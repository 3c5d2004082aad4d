using System.Text.RegularExpressions;
using OpsAutomation.Functions.Tests.Infrastructure;

namespace OpsAutomation.Functions.Tests.Telemetry;

/// <summary>Alerts and people look for events by id and name: both are stable, unique, and in the manual.</summary>
public sealed class LogEventTests
{
    [Fact]
    public void Ids_and_names_are_unique_and_set()
    {
        var events = LogEvents.All;

        events.ShouldNotBeEmpty();
        events.Select(one => one.EventId).ShouldBeUnique();
        events.Select(one => one.EventName).ShouldBeUnique(StringComparer.Ordinal);
        events.ShouldAllBe(one => one.EventId > 0 && !string.IsNullOrEmpty(one.EventName));
    }

    [Fact]
    public void The_manual_lists_every_event_with_its_level_and_no_other()
    {
        var manual = File.ReadAllText(Path.Combine(BicepText.Root(), "docs", "operations.md"));
        var listed = Regex.Matches(manual, @"^\| (?<id>\d+) \| `(?<name>\w+)` \| (?<level>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5))
            .Select(row => $"{row.Groups["id"].Value} {row.Groups["name"].Value} {row.Groups["level"].Value}");

        listed.ShouldBe(LogEvents.All.OrderBy(one => one.EventId).Select(one => $"{one.EventId} {one.EventName} {one.Level}"));
    }

    [Fact]
    public void Nothing_is_logged_but_by_a_template()
    {
        string[] folders = ["core", "azure", "local", "functions", "ops"];
        var calls = folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(BicepText.Root(), folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Where(file => Regex.IsMatch(File.ReadAllText(file), @"\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(\s*(LogLevel|""|\$""|\w+,\s*\$?"")", RegexOptions.None, TimeSpan.FromSeconds(5)));

        calls.ShouldBeEmpty();
    }
}
