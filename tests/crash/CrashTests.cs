using System.Globalization;

namespace OpsAutomation.Crash.Tests;

/// <summary>The app is killed and started again until its work is done: nothing may be lost and nothing done twice.</summary>
[Collection(nameof(StageGroup))]
public sealed class CrashTests(Stage stage, ITestOutputHelper output)
{
    private const int KillsInOneScenario = 12;

    [Fact]
    public async Task An_app_that_is_killed_again_and_again_ends_as_one_that_never_was()
    {
        var wanted = Number("OPS_CRASH_KILLS", 20);
        var seed = Number("OPS_CRASH_SEED", 1);
        var clean = await stage.CleanAsync();
        var plan = new KillPlan(seed, clean.Passed, clean.Durations);
        var report = new KillReport(seed, clean.Passed);
        for (var scenario = 1; report.Kills < wanted && scenario <= wanted; scenario++)
        {
            var kills = plan.Next(Math.Min(KillsInOneScenario, wanted - report.Kills + 2));
            var run = new CrashRun(stage.Azurite, $"crash-{scenario}");
            var found = await run.RunAsync(kills);
            plan.Back(kills.Except(run.Done));
            report.Add(scenario, kills, run.Done, found.Against(stage.Expected));
            output.WriteLine(report.Last);
            report.Write();
        }

        output.WriteLine(report.Table());
        report.Wrong.ShouldBeEmpty();
        report.Kills.ShouldBeGreaterThanOrEqualTo(wanted);
    }

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
