using System.Globalization;

namespace OpsAutomation.Crash.Tests;

/// <summary>Time that the app does not see, or sees twice.</summary>
public sealed class DowntimeTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_week_of_downtime_is_caught_up_once()
    {
        await using var world = await World.CreateAsync(stage.Azurite, "downtime");
        var phases = await new Scenario(world).BeginAsync();
        await world.RememberTimersAsync(phases[0].Start.AddDays(-1));
        await phases[0].Prepare();
        await Lives.RunAsync(world, phases[0].Senders, new(phases[0].Start));
        // Down from that Sunday to the Tuesday after next: two digests of each were due meanwhile. The last one due goes, the other one never.
        var back = Scenario.MondayMorning.AddDays(8);
        foreach (var later in new[] { 0, 15, 75 })
            await Lives.RunAsync(world, [], new(back.AddMinutes(later)));

        var outcome = await new OutcomeReader(world).ReadAsync(Scenario.Monday.PlusDays(8));
        outcome.Faults.ShouldBeEmpty();
        outcome.Lines["digests"].ShouldBe(["priya/2026-11-16 1 sent", "ruth/2026-11-16 1 sent"]);
        world.Graph.Mail.Delivered.Select(mail => mail.To.Single()).Where(to => to.EndsWith("@kestrel.example", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .ShouldBe(["priya@kestrel.example", "ruth@kestrel.example"]);
    }

    // The last Sunday of each is a night of 25 or of 23 hours in Paris.
    [Theory]
    [InlineData("2026-10-25T00:00:00Z", "2026-10-12")]
    [InlineData("2027-03-28T00:00:00Z", "2027-03-15")]
    public async Task A_digest_due_at_half_past_two_goes_once_on_the_night_of_a_change_of_clocks(string midnight, string week)
    {
        var start = DateTimeOffset.Parse(midnight, CultureInfo.InvariantCulture);
        await using var world = await World.CreateAsync(stage.Azurite, "clocks-" + start.Year.ToString(CultureInfo.InvariantCulture));
        await world.Registry.SaveAsync(world.Engagement, $$"""
            id: {{world.Engagement}}
            name: Atelier Lumen
            locale: fr-FR
            zone: Europe/Paris
            size: solo
            start: 2026-10-05
            sender: operations@lumen.example
            documents: {kinds: [engagement-brief]}
            recipients:
              - {id: claire, name: Claire Martin, email: claire@lumen.example, day: sunday, time: "02:30"}
            """);
        await world.RememberTimersAsync(start.AddDays(-1));
        // After the first half past two, or before the one that never comes; an hour later, and two.
        foreach (var minutes in new[] { 35, 95, 155 })
            await Lives.RunAsync(world, [], new(start.AddMinutes(minutes)));

        var digests = new List<string>();
        await foreach (var entry in world.State.ListAsync(world.Engagement, "digests"))
            digests.Add(entry.Key.Id);
        digests.ShouldContain(id => id == "claire/" + week);
        world.Graph.Mail.Delivered.Count(mail => mail.To.Contains("claire@lumen.example", StringComparer.Ordinal)).ShouldBe(digests.Count);
        (await world.BusyAsync()).ShouldBeEmpty();
    }
}
