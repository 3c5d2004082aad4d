using System.Globalization;
using System.Text.RegularExpressions;

namespace OpsAutomation.Functions.Tests.Infrastructure;

/// <summary>docs/cost.md holds together: its bill follows from its prices, its assumptions and the operations that are recorded; what it counts of the infrastructure is there.</summary>
public sealed partial class CostPageTests
{
    private const decimal Weeks = 52m / 12;
    private static readonly string Page = File.ReadAllText(Path.Combine(BicepText.Root(), "docs", "cost.md")).ReplaceLineEndings("\n");

    private static readonly Dictionary<string, decimal> Recorded = File.ReadAllLines(Path.Combine(BicepText.Root(), "tests", "benchmarks", "operations-per-client-week.txt"))
        .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => decimal.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(500)]
    public void The_bill_follows_from_prices_assumptions_and_recorded_operations(int clients)
    {
        var bill = Bill(clients);

        var column = clients switch { 1 => 1, 20 => 2, _ => 3 };
        var said = Rows("| | 1 client |").ToDictionary(cells => cells[0].Trim('*'), cells => cells[column].Trim('*'), StringComparer.Ordinal);
        foreach (var (row, amount) in bill)
            said[row].ShouldBe(Text(amount), row);
        said["a month"].ShouldBe(Text(bill.Values.Sum()));
        said["a client and month"].ShouldBe(Text(bill.Values.Sum() / clients));
        said.Count.ShouldBe(bill.Count + 2);
    }

    [Fact]
    public void The_operations_that_it_names_are_those_that_are_recorded()
    {
        var said = Rows("| operation |").ToDictionary(cells => cells[1], cells => Number(cells[2]), StringComparer.Ordinal);

        said.ShouldBe(Recorded, ignoreOrder: true);
    }

    [Fact]
    public void What_it_counts_of_the_infrastructure_is_there()
    {
        var monitoring = BicepText.Of("app/monitoring.bicep");
        Given("log search rules").ShouldBe(Regex.Count(monitoring, "^    query: '", RegexOptions.Multiline));
        var types = Regex.Match(monitoring, @"values: \[(?<types>[^\]]+)\]", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Groups["types"].Value.Split(',').Length;
        Given("time series of metric alerts").ShouldBe(types * 2);
        Given("queues that the host asks").ShouldBe(BicepText.List("app/storage.bicep", "jobQueues").Count * 2);
        var services = BicepText.List("app/network.bicep", "services").Count;
        Given("private endpoints").ShouldBe((services * 2) + 1);
        Given("private zones").ShouldBe(services + 1);
        Page.ShouldContain($"private endpoints add about {Text((Given("private endpoints") * Price("a private endpoint")) + (Given("private zones") * Price("a private zone")))} a month");
    }

    [Fact]
    public void Every_timer_of_the_app_is_among_the_runs()
    {
        var hourly = 0;
        var quarterly = 0;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(BicepText.Root(), "functions", "Triggers"), "*.cs"))
        {
            var timer = Timer().Match(File.ReadAllText(file));
            if (timer.Success)
                _ = timer.Groups["minutes"].Value.StartsWith("*/15", StringComparison.Ordinal) ? quarterly++ : hourly++;
        }

        Given("timer runs a week").ShouldBe(7 * ((quarterly * 96) + (hourly * 24)));
    }

    private static Dictionary<string, decimal> Bill(int clients)
    {
        var n = (decimal)clients;
        var messages = Recorded["queue"] / 3;
        var runs = (Given("timer runs a week") + (messages * n)) * Weeks;
        var seconds = ((Given("timer runs a week") * (Given("seconds of a timer run") + (Given("seconds of a timer run for each client") * n))) + (messages * n * Given("seconds of a message"))) * Given("GB of an instance") * Weeks;
        var awake = Math.Min(1m, 0.25m + (0.75m * (n - 1) / 189m));
        var polls = Given("queues that the host asks") * Weeks * 7 * 86_400 / 10 * awake;
        decimal Requests(decimal count, string price) => count * Price(price) / 10_000;
        return new(StringComparer.Ordinal)
        {
            ["Functions, Flex Consumption, after the free grant"] = (Math.Max(0, seconds - Free("run time")) * Price("run time")) + (Math.Max(0, runs - Free("runs")) * Price("runs") / 1_000_000),
            ["table operations"] = Requests(n * Recorded["table"] * Weeks, "table requests"),
            ["blob operations"] = Requests(n * Recorded["blob-read"] * Weeks, "blobs read")
                + Requests(((n * (Recorded["blob-write"] + Recorded["blob-list"])) + Recorded["round-list"]) * Weeks, "blobs written or listed"),
            ["queue operations, with the host's own polling"] = Requests((n * Recorded["queue"] * Weeks) + polls, "queue requests"),
            ["data stored"] = (n * Given("GB of blobs a client") * Price("blobs stored")) + (n * Given("GB of records a client") * Price("records stored")),
            ["logs, beyond the free grant"] = Math.Max(0, Given("GB of logs of the app") + (n * Given("GB of logs a client")) - Free("logs")) * Price("logs"),
            ["Key Vault"] = Requests(n * Given("vault requests a client and week") * Weeks, "vault requests"),
            ["alerts"] = (Given("log search rules") * Price("a log search rule")) + (Given("time series of metric alerts") * Price("a time series of a metric alert")),
        };
    }

    private static decimal Given(string name) => Number(Rows("| assumption |").Single(cells => cells[0] == name)[1]);

    private static decimal Price(string name) => Number(Rows("| price |").Single(cells => cells[0] == name)[1]);

    private static decimal Free(string name) => Number(Rows("| price |").Single(cells => cells[0] == name)[3]);

    private static string Text(decimal amount) =>
        amount == 0 ? "0" : amount < 0.005m ? "< 0.01" : Math.Round(amount, 2, MidpointRounding.AwayFromZero).ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal Number(string text) => decimal.Parse(text.Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    // The cells of the table whose head begins so.
    private static IReadOnlyList<string[]> Rows(string head)
    {
        var lines = Page.Split('\n');
        var at = Array.FindIndex(lines, line => line.StartsWith(head, StringComparison.Ordinal));
        at.ShouldBeGreaterThan(0, head);
        return [.. lines.Skip(at + 2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    [GeneratedRegex(@"TimerTrigger\(""0 (?<minutes>\S+) ", RegexOptions.ExplicitCapture)]
    private static partial Regex Timer();
}
