namespace OpsAutomation.Crash.Tests;

/// <summary>What comes more than once is done once.</summary>
public sealed class TwiceTests(Stage stage) : IClassFixture<Stage>
{
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
}
