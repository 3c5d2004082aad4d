using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Local;

namespace OpsAutomation.Ops.Tests;

public sealed class ReplayTests : IDisposable
{
    private const string Message = """{"engagement":"lumen","key":"kpis"}""";
    private readonly OpsRun ops = new();

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task Without_failures_the_list_says_so()
    {
        (await ops.DoAsync("replay")).ShouldBe("No message has failed.\n");
        (await ops.JsonAsync("replay")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_dead_letter_is_listed_with_its_reason_and_goes_back_to_its_queue_once()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        var id = await BuryAsync(EngagementId.Parse("lumen"), "kpis");

        (await ops.DoAsync("replay")).ShouldContain($"{id}  failed  lumen");
        var listed = await ops.JsonAsync("replay");
        listed[0].GetProperty("id").GetString().ShouldBe(id);
        listed[0].GetProperty("state").GetString().ShouldBe("dead");
        listed[0].GetProperty("reason").GetString().ShouldBe("The sheet is torn.");

        (await ops.DoAsync("replay", id)).ShouldContain("queue kpis again");
        var again = await ops.RunAsync("replay", id);
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("replayed already");
        (await QueuedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task What_belongs_to_no_engagement_is_listed_and_replayed_too()
    {
        var id = await BuryAsync(EngagementId.App, key: null);

        (await ops.JsonAsync("replay"))[0].GetProperty("engagement").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await ops.JsonAsync("replay", id.ToUpperInvariant())).GetProperty("state").GetString().ShouldBe("replayed");
    }

    [Fact]
    public async Task An_id_that_no_dead_letter_has_is_refused_with_what_to_do()
    {
        var outcome = await ops.RunAsync("replay", "0123456789");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldBe("There is no dead letter 0123456789. To see those there are: ops replay\n");
    }

    private async Task<string> BuryAsync(EngagementId engagement, string? key)
    {
        using var home = await LocalHome.OpenAsync(ops.Home, ops.Time);
        var box = new DeadLetterBox(home.State, home.Jobs, ops.Time);
        return (await box.BuryAsync(engagement, JobQueues.Kpis, key, Message, new("The sheet is torn.", "La feuille est déchirée."))).Id;
    }

    private async Task<int> QueuedAsync()
    {
        using var home = await LocalHome.OpenAsync(ops.Home, ops.Time);
        return await home.Queues.CountAsync(JobQueues.Kpis);
    }
}
