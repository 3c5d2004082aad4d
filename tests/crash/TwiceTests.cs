namespace OpsAutomation.Crash.Tests;

/// <summary>What comes more than once is done once.</summary>
public sealed class TwiceTests(Stage stage) : IClassFixture<Stage>
{
    /// <summary>Twice and three times in turn; in the long form also all of them twice, and all of them three times.</summary>
    public static TheoryData<string> AllTimes { get; } = CrashTests.IsLong ? ["2,3", "3,2", "2", "3"] : ["2,3"];

    [Theory]
    [MemberData(nameof(AllTimes))]
    public async Task Messages_that_come_several_times_at_once_take_effect_once(string times)
    {
        await stage.CleanAsync();
        await using var world = await World.CreateAsync(stage.Azurite, "twice-" + times.Replace(',', '-'));
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
