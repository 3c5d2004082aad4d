using NodaTime;
using OpsAutomation.Core.Tests.Jobs;

namespace OpsAutomation.Core.Tests.Pulls;

public class CrashTests
{
    private const string Sources = """
          - {id: box, from: mailbox, mailbox: exports@lumen.example, folder: Inbox/Exports, senders: "@hubspot.com", moveTo: Inbox/Done}
          - {id: files, from: drive, drive: d}
          - {id: link, from: url, link: "https://example.com/leads.csv", every: day}
        """;

    private static readonly string[] Everything = ["box-1.csv", "box-2.csv", "drive-1.csv", "drive-2.csv", "drive-3.csv", "dropped-1.csv", "dropped-2.csv", "leads.csv"];

    [Fact]
    public async Task A_run_that_ends_before_or_after_any_effect_loses_no_file_and_imports_none_twice()
    {
        var clean = new Crashes();
        var first = Filled();
        await first.RunAsync(clean);
        (await first.ImportedAsync()).Order(StringComparer.Ordinal).ShouldBe(Everything);
        clean.Effects.ShouldBeGreaterThan(20);

        for (var at = 1; at <= clean.Effects; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var world = Filled();
                try
                {
                    await world.RunAsync(new Crashes { At = at, After = after });
                    Assert.Fail($"Nothing died at effect {at}.");
                }
                catch (CrashException)
                {
                    // The process is gone.
                }
                catch (OperationCanceledException)
                {
                    // So is what it did at the same time.
                }

                // What was enqueued may be handled before the app is up again, or after.
                if (at % 2 == 0)
                    await world.ImportedAsync();
                world.World.Time.Advance(Duration.FromMinutes(15));
                (await world.RunAsync()).Failures.ShouldBeEmpty();
                (await world.RunAsync()).Sent.ShouldBe(0);

                string.Join(", ", (await world.ImportedAsync()).Order(StringComparer.Ordinal)).ShouldBe(string.Join(", ", Everything), $"effect {at}, after: {after}");
                world.Mailbox.Folders.ShouldBe(["Inbox/Done"]);
                world.Told.ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public async Task A_run_that_dies_again_and_again_comes_to_the_same_end()
    {
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            var world = Filled();
            for (var deaths = 0; deaths < 12; deaths++)
            {
                try
                {
                    await world.RunAsync(new Crashes { At = random.Next(1, 12), After = random.Next(2) == 0 });
                    break;
                }
                catch (Exception end) when (end is CrashException or OperationCanceledException)
                {
                    world.World.Time.Advance(Duration.FromMinutes(15));
                }
            }

            await world.RunAsync();

            string.Join(", ", (await world.ImportedAsync()).Order(StringComparer.Ordinal)).ShouldBe(string.Join(", ", Everything), $"seed {seed}");
            world.Mailbox.Folders.ShouldBe(["Inbox/Done"]);
        }
    }

    [Fact]
    public async Task Two_instances_at_once_import_each_file_once()
    {
        var world = Filled();

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => world.RunAsync())));

        reports.SelectMany(report => report.Failures).ShouldBeEmpty();
        (await world.ImportedAsync()).Order(StringComparer.Ordinal).ShouldBe(Everything);
        world.Mailbox.Folders.ShouldBe(["Inbox/Done"]);
        (await world.RunAsync()).Sent.ShouldBe(0);
    }

    [Fact]
    public async Task A_problem_is_told_once_wherever_a_run_ends()
    {
        for (var at = 1; at <= 6; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var world = new PullWorld("  - {id: box, from: mailbox, mailbox: exports@lumen.example, folder: Inbox/Exports, senders: \"@hubspot.com\", moveTo: Inbox/Done}");
                world.Mailbox.Fault = _ => OpsException.Refused("Mend it.", "Corrigez.");
                try
                {
                    await world.RunAsync(new Crashes { At = at, After = after });
                }
                catch (Exception end) when (end is CrashException or OperationCanceledException)
                {
                    // The process is gone.
                }

                world.World.Time.Advance(Duration.FromMinutes(15));
                await world.RunAsync();
                await world.RunAsync();

                world.Told.Count.ShouldBe(1, $"effect {at}, after: {after}");
            }
        }
    }

    private static PullWorld Filled()
    {
        var world = new PullWorld(Sources);
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("box-1.csv", PullWorld.Deals(1)), ("box-2.csv", PullWorld.Deals(2)));
        for (var i = 1; i <= 3; i++)
            world.Drive.Put($"f{i}", $"drive-{i}.csv", PullWorld.Deals(10 + i), PullWorld.Before);
        (world.Web.Content, world.Web.Name) = (PullWorld.Deals(20), "leads.csv");
        world.Drop("dropped-1.csv", PullWorld.Deals(31));
        world.Drop("dropped-2.csv", PullWorld.Deals(32));
        return world;
    }
}
