namespace OpsAutomation.Ops.Tests;

public sealed class ExerciseTests : IDisposable
{
    private readonly OpsRun ops = new();

    [Fact]
    public async Task An_exercise_is_started_recorded_and_shown_in_its_playbook()
    {
        await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--size", "solo", "--start", "2025-12-01");

        var started = await ops.DoAsync("exercise", "start", "playbook-outage", "-e", "nova", "--by", "Anna");
        started.ShouldContain("Scenario (45 minutes)");
        started.ShouldContain("CL-1 started");
        (await ops.DoAsync("exercise", "list", "-e", "nova")).ShouldContain("never practised");

        var said = await ops.DoAsync(
            "exercise", "record", "playbook-outage", "-e", "nova", "--result", "partly", "--learnt", "Team told in 20 minutes; two numbers were wrong", "--who", "Anna, Paul",
            "--action", "Correct the call tree", "--next", "2026-06-30", "--by", "Anna");

        said.ShouldStartWith("EX-1 recorded");
        (await ops.DoAsync("action", "list", "-e", "nova")).ShouldContain("Correct the call tree");
        var folder = Path.Combine(ops.Folder, "out");
        await ops.DoAsync("documents", "-e", "nova", "--kind", "playbook-outage", "--out", folder);
        (await File.ReadAllTextAsync(Path.Combine(folder, "en", "playbook-outage.md"))).ShouldContain("| partly | Anna, Paul | Team told in 20 minutes; two numbers were wrong | A-1 Correct the call tree |");
        var json = await ops.JsonAsync("exercise", "list", "-e", "nova");
        (json.GetProperty("due")[0].GetProperty("due").GetString(), json.GetProperty("exercises")[0].GetProperty("result").GetString()).ShouldBe(("2026-06-30", "partly"));
    }

    [Theory]
    [InlineData("passed, partly or failed", "playbook-outage", "--result", "good", "--learnt", "x")]
    [InlineData("playbook-outage, playbook-key-person", "raci", "--result", "passed", "--learnt", "x")]
    public async Task What_cannot_be_recorded_is_refused(string expected, params string[] args)
    {
        await ops.DoAsync("init", "nova", "--name", "Nova", "--lang", "en", "--start", "2025-12-01");

        var outcome = await ops.RunAsync(["exercise", "record", args[0], "-e", "nova", .. args[1..]]);

        (outcome.ExitCode, outcome.Error.Contains(expected, StringComparison.Ordinal)).ShouldBe((2, true), outcome.Error);
    }

    public void Dispose() => ops.Dispose();
}
