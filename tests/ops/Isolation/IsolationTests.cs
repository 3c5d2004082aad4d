using System.CommandLine;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Local;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Tests.Isolation;

/// <summary>Two clients in one home, driven through every command that there is: nothing of one shows in the other.</summary>
public sealed class IsolationTests(IsolationTests.OneClient oneClient) : IClassFixture<IsolationTests.OneClient>, IDisposable
{
    private readonly OpsRun ops = NewRun();

    public void Dispose() => ops.Dispose();

    [Fact]
    public void Every_command_has_a_scenario_or_a_reason_why_not()
    {
        var host = new OpsHost { Out = TextWriter.Null, Error = TextWriter.Null, Time = ops.Time, Environment = _ => null, UserFolder = "" };
        var known = Scenarios.All.Select(scenario => scenario.Command).Concat(Scenarios.Elsewhere.Keys).ToHashSet(StringComparer.Ordinal);

        Leaves(CommandTree.Create(new Session(host, Language.English, true), host), "")
            .Where(command => !known.Contains(command))
            .ShouldBeEmpty("a command without a scenario in tests/ops/Isolation/Scenarios.cs");
    }

    [Fact]
    public async Task No_command_shows_or_changes_anything_of_another_client()
    {
        var (one, other) = PlantedClient.Two;
        await DriveAsync(ops, one, null);
        await DriveAsync(ops, other, one);
        // Again, now that there is another.
        await DriveAsync(ops, one, other, again: true);

        foreach (var (client, stranger) in new[] { (one, other), (other, one) })
        {
            var footprint = ClientFootprint.Of(ops.Home, client.Id);
            footprint.Count.ShouldBeGreaterThan(20);
            footprint.Values.ShouldContain(text => text.Contains(client.Mark, StringComparison.Ordinal));
            footprint.Where(thing => Holds(thing.Key + thing.Value, stranger)).Select(thing => thing.Key).ShouldBeEmpty($"something of {stranger.Id} is kept for {client.Id}");
            foreach (var file in Written(client))
                Holds(File.ReadAllText(file), stranger).ShouldBeFalse(file);
        }
    }

    [Theory]
    [InlineData("../lumen")]
    [InlineData("lumen/../lumen-2")]
    [InlineData("_app")]
    [InlineData("LUMEN")]
    [InlineData("lumen\0")]
    [InlineData("C:lumen")]
    public async Task An_id_that_would_leave_its_partition_is_refused_by_every_command(string id)
    {
        // Nothing is changed by what is refused: all ids come to one home.
        var home = await oneClient.DrivenAsync();
        var before = ClientFootprint.Of(home.Home, "lumen");
        var refused = 0;
        foreach (var (command, words) in Scenarios.All)
        {
            var arguments = words(PlantedClient.Two.Other with { Id = "x" }, home.Folder).Select(word => word == "x" ? id : word).ToArray();
            if (!arguments.Contains(id, StringComparer.Ordinal))
                continue;
            var outcome = await home.RunAsync([.. command.Split(' '), .. arguments]);
            outcome.ExitCode.ShouldBeOneOf([1, 2], $"{command}: {outcome.Output}{outcome.Error}");
            refused++;
        }

        refused.ShouldBeGreaterThan(30);
        ClientFootprint.Of(home.Home, "lumen").ShouldBe(before);
        Directory.GetFileSystemEntries(home.Folder).Select(Path.GetFileName).Where(name => name!.Contains("etc", StringComparison.Ordinal)).ShouldBeEmpty();
        Directory.GetDirectories(Path.Combine(home.Home, "engagements")).Select(Path.GetFileName).ShouldBe(["lumen"]);
    }

    private static OpsRun NewRun() => new() { Environment = { ["Ops__PublicUrl"] = "https://ops.example.com" } };

    private static async Task DriveAsync(OpsRun ops, PlantedClient client, PlantedClient? stranger, bool again = false)
    {
        var before = stranger is null ? null : ClientFootprint.Of(ops.Home, stranger.Id);
        foreach (var (command, words) in Scenarios.All)
        {
            if (command == "replay")
                client.DeadLetter = await BuryAsync(ops, client);
            var outcome = await ops.RunAsync([.. command.Split(' '), .. words(client, ops.Folder)]);
            if (!again)
                outcome.ExitCode.ShouldBe(0, $"{command}: {outcome.Output}{outcome.Error}");
            if (command == "init" && !again)
                await File.AppendAllTextAsync(Path.Combine(ops.Home, "engagements", client.Id, "engagement.yaml"), client.MoreYaml + "\n");
            if (stranger is null)
                continue;
            Holds(outcome.Output + outcome.Error, stranger).ShouldBeFalse($"{command} of {client.Id} tells of {stranger.Id}: {outcome.Output}");
            var after = ClientFootprint.Of(ops.Home, stranger.Id);
            after.Keys.ShouldBe(before!.Keys, $"{command} of {client.Id} touched {stranger.Id}");
            after.Where(thing => thing.Value != before[thing.Key]).Select(thing => thing.Key).ShouldBeEmpty($"{command} of {client.Id} changed {stranger.Id}");
        }
    }

    private static async Task<string> BuryAsync(OpsRun ops, PlantedClient client)
    {
        using var home = await LocalHome.OpenAsync(ops.Home, ops.Time);
        var message = $$"""{"engagement":"{{client.Id}}","key":"kpis"}""";
        return (await new DeadLetterBox(home.State, home.Jobs, ops.Time).BuryAsync(
            EngagementId.Parse(client.Id), JobQueues.Kpis, "kpis", message, new("Torn " + client.Mark, "Déchirée " + client.Mark))).Id;
    }

    private IEnumerable<string> Written(PlantedClient client)
    {
        var documents = Path.Combine(ops.Folder, "documents-" + client.Id);
        var files = Directory.EnumerateFiles(documents, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) != ".docx").ToList();
        files.Count.ShouldBeGreaterThan(2);
        return [.. files, Path.Combine(ops.Folder, $"digest-{client.Id}.html")];
    }

    // In whatever way it is written: as it is, in JSON or in base64.
    private static bool Holds(string text, PlantedClient client) =>
        text.Contains(client.Mark, StringComparison.OrdinalIgnoreCase)
        || text.Contains(client.Amount.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        || text.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes(client.Mark))[..12], StringComparison.Ordinal);

    private static IEnumerable<string> Leaves(Command command, string path)
    {
        foreach (var child in command.Subcommands)
        {
            var words = (path + " " + child.Name).Trim();
            if (child is not CommandGroup)
                yield return words;
            foreach (var leaf in Leaves(child, words))
                yield return leaf;
        }
    }

    /// <summary>A home in which the first client has been driven through every command, once for all tests that leave it as it is.</summary>
    public sealed class OneClient : IDisposable
    {
        private readonly OpsRun run = NewRun();
        private Task? driving;

        public void Dispose() => run.Dispose();

        internal async Task<OpsRun> DrivenAsync()
        {
            await (driving ??= DriveAsync(run, PlantedClient.Two.One, null));
            return run;
        }
    }
}
