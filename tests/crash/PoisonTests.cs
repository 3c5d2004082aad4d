using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;

namespace OpsAutomation.Crash.Tests;

/// <summary>Messages that fail for good are kept with their reason, the OBM hears of each once, and they run again after the mend.</summary>
public sealed class PoisonTests(Stage stage) : IClassFixture<Stage>
{
    [Fact]
    public async Task A_message_that_ends_the_app_each_time_goes_to_poison_is_told_once_and_runs_after_the_mend()
    {
        await using var world = await World.CreateAsync(stage.Azurite, "poison");
        var upload = (await new Scenario(world).BeginAsync())[0].Senders[0];
        var now = Scenario.SundayMorning;
        // No timer is due yet: this message is the only one that the ends of the app hit.
        await world.RememberTimersAsync(now);
        // As if the file drove the process out of memory whenever it is imported.
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            (await Lives.RunAsync(world, [upload], new(now) { Attempts = 3, Deadly = "state:facts+imports:before#1" })).ShouldBeTrue($"attempt {attempt}");
            now = now.AddMinutes(1);
        }

        await Lives.RunAsync(world, [], new(now) { Attempts = 3 });
        await Lives.RunAsync(world, [], new(now.AddMinutes(60)) { Attempts = 3 });
        var letter = await OnlyLetterAsync(world);
        (letter.Queue, letter.State).ShouldBe((JobQueues.Exports, DeadLetterState.Dead));
        letter.Reason.En.ShouldNotBeEmpty();
        ToldOf(world, letter).ShouldBe(1);
        await ReplayAsync(world, letter, now.AddMinutes(65));
        var outcome = await new OutcomeReader(world).ReadAsync(Scenario.Monday);
        outcome.Lines["imports"].ShouldContain(line => line.StartsWith("intercom-conversations.csv", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_export_that_is_refused_becomes_a_dead_letter_at_once_and_is_imported_after_the_mend()
    {
        await using var world = await World.CreateAsync(stage.Azurite, "refused");
        await new Scenario(world).BeginAsync();
        var now = Scenario.SundayMorning;
        await world.RememberTimersAsync(now.AddDays(-1));
        var rows = string.Concat(Enumerable.Range(1, 40).Select(id => $"{id},Job {id},Closed Won,Sales,{(id % 2 == 0 ? "100.00" : "no amount")},2026-11-03 10:00,2026-10-01 09:00\n"));
        var bytes = System.Text.Encoding.UTF8.GetBytes("Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date\n" + rows);
        await world.Blobs.WriteAsync(world.Engagement, "inbox/hubspot-deals.csv", (stream, token) => stream.WriteAsync(bytes, token).AsTask());
        foreach (var later in new[] { 0, 15 })
            await Lives.RunAsync(world, [], new(now.AddMinutes(later)));

        var letter = await OnlyLetterAsync(world);
        letter.Reason.En.ShouldContain("hubspot-deals.csv");
        ToldOf(world, letter).ShouldBe(1);

        // The OBM looks at the file, and lets it in.
        var known = (await world.Registry.FindAsync(world.Engagement))!;
        await world.Registry.SaveAsync(world.Engagement, known.Yaml + "\nimports: {rejectionLimit: 60}\n");
        await ReplayAsync(world, letter, now.AddMinutes(40));
        var outcome = await new OutcomeReader(world).ReadAsync(Scenario.Monday);
        outcome.Lines["imports"].Single().ShouldContain("Deal:40/20/20");
    }

    private static async Task ReplayAsync(World world, DeadLetter letter, DateTimeOffset now)
    {
        await Box(world).ReplayAsync(world.Engagement, letter.Id);
        await Lives.RunAsync(world, [], new(now) { Attempts = 3 });
        (await Box(world).FindAsync(world.Engagement, letter.Id))!.State.ShouldBe(DeadLetterState.Mended);
        ToldOf(world, letter).ShouldBe(1);
        (await world.BusyAsync()).ShouldBeEmpty();
    }

    private static int ToldOf(World world, DeadLetter letter) => world.Graph.Mail.All
        .SelectMany(mailbox => mailbox.Messages)
        .Count(message => message.To.Any(person => person.Address == $"laura@{world.Engagement}.example") && message.Accepted is not null && message.Text.Contains(letter.Id, StringComparison.Ordinal));

    private static async Task<DeadLetter> OnlyLetterAsync(World world)
    {
        var letters = new List<DeadLetter>();
        await foreach (var letter in Box(world).ListAsync(world.Engagement))
            letters.Add(letter);
        return letters.Single();
    }

#pragma warning disable RS0030 // Of a replay by hand, the day is no matter.
    private static DeadLetterBox Box(World world) => new(world.State, world.Jobs, TimeProvider.System);
#pragma warning restore RS0030
}
