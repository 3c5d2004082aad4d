using System.Globalization;

namespace OpsAutomation.Crash.Tests;

/// <summary>The app is killed and started again until its work is done: nothing may be lost and nothing done twice.</summary>
public sealed class CrashTests(Stage stage, ITestOutputHelper output) : IClassFixture<Stage>
{
    private const int KillsInOneScenario = 12;
    private const int KillsOfTheFastForm = 20;

    /// <summary>Whether this is the long form, for which nobody waits.</summary>
    public static bool IsLong { get; } = Number("OPS_CRASH_KILLS", KillsOfTheFastForm) > KillsOfTheFastForm;

    private readonly Lock gate = new();
    private int underWay;
    private int scenarios;

    [Fact]
    public async Task An_app_that_is_killed_again_and_again_ends_as_one_that_never_was()
    {
        var wanted = Number("OPS_CRASH_KILLS", KillsOfTheFastForm);
        var seed = Number("OPS_CRASH_SEED", 1);
        var clean = await stage.CleanAsync();
        var plan = new KillPlan(seed, clean.Passed, clean.Durations);
        var report = new KillReport(seed, clean.Passed);

        await Task.WhenAll(Enumerable.Range(0, Number("OPS_CRASH_LANES", 2)).Select(lane => RunLaneAsync(lane, plan, report, wanted)));

        output.WriteLine(report.Table());
        report.Wrong.ShouldBeEmpty();
        report.Kills.ShouldBeGreaterThanOrEqualTo(wanted);
    }

    // Scenarios one after the other, in storage of their own, beside those of other lanes.
    private async Task RunLaneAsync(int lane, KillPlan plan, KillReport report, int wanted)
    {
        Azurite? own = null;
        try
        {
            while (Next(plan, report, wanted) is var (scenario, kills))
            {
                if (lane > 0 && own is null)
                {
                    own = new();
                    await own.InitializeAsync();
                }

                var run = new CrashRun(own ?? stage.Azurite, $"crash-{scenario}");
                var found = await run.RunAsync(kills);
                lock (gate)
                {
                    underWay -= kills.Count;
                    plan.Back(kills.Except(run.Done));
                    report.Add(scenario, kills, run.Done, found.Against(stage.Expected));
                    output.WriteLine(report.Last);
                    report.Write();
                }
            }
        }
        finally
        {
            if (own is not null)
                await own.DisposeAsync();
        }
    }

    // Null where enough is done or under way: the lane that ends last sees to what did not come about.
    private (int Scenario, IReadOnlyList<Kill> Kills)? Next(KillPlan plan, KillReport report, int wanted)
    {
        lock (gate)
        {
            var left = wanted - report.Kills - underWay;
            if (left <= 0 || scenarios >= wanted)
                return null;
            var kills = plan.Next(Math.Min(KillsInOneScenario, left + 2));
            underWay += kills.Count;
            return (++scenarios, kills);
        }
    }

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
