namespace OpsAutomation.Crash.Tests;

/// <summary>What is done by more than one is done once.</summary>
public sealed class InstanceTests(Stage stage) : IClassFixture<Stage>
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Fact]
    public async Task Two_instances_on_one_storage_do_the_work_of_one_and_outlive_each_other()
    {
        await stage.CleanAsync();
        await using var world = await World.CreateAsync(stage.Azurite, "two");
        var phases = await new Scenario(world, "home", "other").BeginAsync();
        await world.RememberTimersAsync(phases[0].Start.AddDays(-1));
        foreach (var phase in phases)
        {
            await phase.Prepare();
            await using var one = await world.BeginAsync(new(phase.Start));
            await using var other = await world.BeginAsync(new(phase.Start) { Home = "other", IsAtOnce = true });
            // The sender of a request does not know which of the two answers.
            await Task.WhenAll(phase.Senders.Select(async (sender, i) => await sender.SendAsync((await (i % 2 == 0 ? one : other).StartedAsync(CancellationToken.None))!, i % 2 == 0 ? one : other)));
            if (phase == phases[^1])
                await Lives.KillAsync(other, TimeSpan.FromMilliseconds(700));
            (await world.QuietAsync(one, Longest)).ShouldBeTrue();
            if (phase == phases[0])
                world.TimerRuns().ShouldAllBe(runs => runs.EndsWith(" 1", StringComparison.Ordinal));
            await one.KillAsync();
            await Lives.RunAsync(world, [], new(phase.Start + Lives.Settling));
        }

        (await new OutcomeReader(world).ReadAsync(Scenario.Monday)).Against(stage.Expected).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_timer_whose_app_dies_while_it_runs_is_taken_over_when_its_lease_has_run_out()
    {
        await using var world = await World.CreateAsync(stage.Azurite, "taken-over");
        var phase = (await new Scenario(world, "home", "other").BeginAsync())[0];
        await world.RememberTimersAsync(phase.Start.AddDays(-1));
        await phase.Prepare();
        (await Lives.RunAsync(world, [], new(phase.Start) { Deadly = "queue:exports:send:before#1" })).ShouldBeTrue();
        (await world.HeldTimersAsync()).ShouldContain(timer => timer == "PullExports");

        await Lives.RunAsync(world, [], new(phase.Start) { Home = "other", IsAtOnce = true });

        world.TimerRuns().ShouldContain(runs => runs == "PullExports 1");
    }
}
