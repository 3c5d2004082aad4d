using System.Globalization;

namespace OpsAutomation.Crash.Tests;

/// <summary>The app is killed and started again until its work is done: nothing may be lost and nothing done twice.</summary>
public sealed class CrashTests(Azurite azurite, ITestOutputHelper output) : IClassFixture<Azurite>
{
    private const int KillsInOneScenario = 8;

    [Fact]
    public async Task An_app_that_is_killed_again_and_again_ends_as_one_that_never_was()
    {
        var wanted = Number("OPS_CRASH_KILLS", 20);
        var seed = Number("OPS_CRASH_SEED", 1);
        var clean = new CrashRun(azurite, "crash-clean");
        var expected = await clean.RunAsync([]);
        expected.Faults.ShouldBeEmpty();
        var plan = new KillPlan(seed, clean.Passed, clean.Durations);
        var report = new KillReport(seed, clean.Passed);
        for (var scenario = 1; report.Kills < wanted && scenario <= wanted; scenario++)
        {
            var kills = plan.Next(Math.Min(KillsInOneScenario, wanted - report.Kills));
            var run = new CrashRun(azurite, $"crash-{scenario}");
            var found = await run.RunAsync(kills);
            report.Add(scenario, kills, run.Done, found.Against(expected));
            output.WriteLine(report.Last);
        }

        report.Write();
        output.WriteLine(report.Table());
        report.Wrong.ShouldBeEmpty();
        report.Kills.ShouldBeGreaterThanOrEqualTo(wanted);
    }

    private static int Number(string name, int otherwise) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
