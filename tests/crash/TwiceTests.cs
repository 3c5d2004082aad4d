namespace OpsAutomation.Crash.Tests;

/// <summary>What comes more than once, or is done by more than one, is done once.</summary>
[Collection(nameof(StageGroup))]
public sealed class TwiceTests(Stage stage)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Messages_that_come_several_times_at_once_take_effect_once(int times)
    {
        await stage.CleanAsync();
        await using var world = await World.CreateAsync(stage.Azurite, $"twice-{times}");
        var phases = await new Scenario(world).BeginAsync();
        await world.RememberTimersAsync(phases[0].Start.AddDays(-1));
        foreach (var phase in phases)
        {
            await phase.Prepare();
            await Lives.RunAsync(world, phase.Senders, new(phase.Start) { Times = times });
            await Lives.RunAsync(world, [], new(phase.Start + Lives.Settling) { Times = times });
        }

        (await new OutcomeReader(world).ReadAsync(Scenario.Monday)).Against(stage.Expected).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_instances_on_one_storage_do_the_work_of_one_and_outlive_each_other()
    {
        await stage.CleanAsync();
        await using var world = await World.CreateAsync(stage.Azurite, "two");
        var phases = await new Scenario(world, "home", "other").BeginAsync();
        foreach (var home in new[] { "home", "other" })
            await world.RememberTimersAsync(phases[0].Start.AddDays(-1), home);
        foreach (var phase in phases)
        {
            await phase.Prepare();
            await using var one = world.Begin(new(phase.Start));
            await using var other = world.Begin(new(phase.Start) { Home = "other" });
            // The sender of a request does not know which of the two answers.
            await Task.WhenAll(phase.Senders.Select(async (sender, i) => await sender.SendAsync((await (i % 2 == 0 ? one : other).StartedAsync(CancellationToken.None))!, i % 2 == 0 ? one : other)));
            if (phase == phases[^1])
                await Lives.KillAsync(other, TimeSpan.FromMilliseconds(700));
            else
                (await world.QuietAsync(other, Longest, "other")).ShouldBeTrue();
            (await world.QuietAsync(one, Longest)).ShouldBeTrue();
            await one.KillAsync();
            await Lives.RunAsync(world, [], new(phase.Start + Lives.Settling));
        }

        (await new OutcomeReader(world).ReadAsync(Scenario.Monday)).Against(stage.Expected).ShouldBeEmpty();
    }
}
