using System.Text.Json;

namespace OpsAutomation.Ops.Tests;

public sealed class MilestonesTests : IAsyncLifetime
{
    private readonly OpsRun ops = new();

    public async ValueTask InitializeAsync() =>
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2025-12-29");

    [Fact]
    public async Task Json_has_the_fields_of_the_contract()
    {
        var report = await ops.JsonAsync("milestones", "-e", "lumen");

        report.GetProperty("engagement").GetString().ShouldBe("lumen");
        report.GetProperty("asOf").GetString().ShouldBe("2026-01-05");
        report.GetProperty("start").GetString().ShouldBe("2025-12-29");
        var milestone = report.GetProperty("milestones")[0];
        milestone.EnumerateObject().Select(field => field.Name).ShouldBe(["id", "day", "due", "firstDue", "status", "dueSoon", "progress", "owner", "criteria"]);
        milestone.GetProperty("criteria")[0].EnumerateObject().Select(field => field.Name).ShouldBe(["id", "kind", "met", "evidence"]);
        report.GetProperty("milestones").EnumerateArray().Select(one => one.GetProperty("id").GetString()).ShouldBe(["J10", "J30", "J60", "J90"]);
    }

    [Fact]
    public async Task A_milestone_and_a_criterion_are_marked_and_reopened_with_who_and_why()
    {
        (await ops.DoAsync("milestone", "done", "J10", "-e", "lumen", "--by", "Lea", "--note", "signed off")).ShouldStartWith("J10 marked as done.");
        Status(await ops.JsonAsync("milestones", "-e", "lumen"), "J10").ShouldBe("done");

        ops.Time.Advance(NodaTime.Duration.FromMinutes(1));
        await ops.DoAsync("milestone", "reopen", "J10", "-e", "lumen", "--by", "Lea", "--note", "not yet");
        ops.Time.Advance(NodaTime.Duration.FromMinutes(1));
        await ops.DoAsync("milestone", "done", "J10-1", "-e", "lumen", "--by", "Lea", "--note", "map v3");

        var criterion = (await ops.JsonAsync("milestones", "-e", "lumen")).GetProperty("milestones")[0].GetProperty("criteria")[0];
        criterion.GetProperty("met").GetBoolean().ShouldBeTrue();
        criterion.GetProperty("evidence").GetString().ShouldNotBeNull().ShouldContain("map v3");
    }

    [Fact]
    public async Task A_milestone_that_the_plan_does_not_have_is_refused()
    {
        var outcome = await ops.RunAsync("milestone", "done", "J45", "-e", "lumen", "--by", "Lea", "--note", "x");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("J30-1");
    }

    [Fact]
    public async Task People_read_the_plan_with_the_criteria_of_what_is_under_way()
    {
        var text = await ops.DoAsync("milestones", "-e", "lumen", "--at", "2026-02-01");

        text.ShouldContain("late");
        text.ShouldContain("J10-1");
        text.ShouldContain("due Jan 8, 2026");
    }

    private static string? Status(JsonElement report, string id) =>
        report.GetProperty("milestones").EnumerateArray().Single(milestone => milestone.GetProperty("id").GetString() == id).GetProperty("status").GetString();

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
