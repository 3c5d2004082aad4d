using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>Timers over simulated weeks: what is due happens once, whatever the clocks do.</summary>
public sealed class TimerTests
{
    private const string Plan = "documents:\n  kinds: [status-30-60-90]\n";

    [Theory]
    [InlineData("Europe/Paris", "2026-03-25", "sunday")] // 02:30 is skipped on 29 March
    [InlineData("Europe/Paris", "2026-10-21", "sunday")] // 02:30 comes twice on 25 October
    [InlineData("America/Montreal", "2026-03-04", "sunday")]
    [InlineData("America/Toronto", "2026-10-28", "sunday")]
    [InlineData("Pacific/Auckland", "2026-04-01", "sunday")]
    [InlineData("Pacific/Auckland", "2026-09-23", "sunday")]
    public async Task A_digest_due_at_half_past_two_leaves_once_a_week_over_a_change_of_clocks(string zone, string from, string day)
    {
        var start = NodaTime.Text.LocalDatePattern.Iso.Parse(from).Value;
        var world = World(start.AtMidnight().InUtc().ToInstant(), zone, JobWorld.Recipient(day, "02:30"));
        await QuartersAsync(world, Duration.FromDays(14));

        // The week before it began is due already at the start.
        world.Mailer.Delivered.Count.ShouldBe(3);
        world.Events.Of("digest.sent").Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_week_of_downtime_is_caught_up_once()
    {
        var world = World(Instant.FromUtc(2026, 1, 5, 6, 30), "Europe/Paris", JobWorld.Recipient());
        await QuartersAsync(world, Duration.FromHours(2));
        world.Mailer.Delivered.Count.ShouldBe(1);

        world.Time.Now = Instant.FromUtc(2026, 1, 28, 15, 7);
        await QuartersAsync(world, Duration.FromHours(3));

        // Of three weeks missed, the newest; the KPIs once; the document of the day once.
        world.Mailer.Delivered.Count.ShouldBe(2);
        world.Events.Of("document.published").Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_quiet_day_costs_one_look_at_the_kpis_and_one_document()
    {
        var world = World(Instant.FromUtc(2026, 1, 6, 0, 0), "Europe/Paris", JobWorld.Recipient());
        await QuartersAsync(world, Duration.FromHours(2));
        world.Time.Now = Instant.FromUtc(2026, 1, 7, 0, 0);

        var sent = await QuartersAsync(world, Duration.FromHours(22) + Duration.FromMinutes(45));

        sent[JobQueues.Kpis].ShouldBe(1);
        sent[JobQueues.Documents].ShouldBe(1);
        sent.GetValueOrDefault(JobQueues.Digests).ShouldBe(0);
    }

    [Fact]
    public async Task The_local_day_decides_and_not_the_day_of_the_host()
    {
        var world = World(Instant.FromUtc(2026, 1, 6, 10, 30), "Pacific/Auckland", JobWorld.Recipient());
        await world.RefreshKpis.RunAsync();
        await world.DrainAsync();
        // 23:59 in Auckland, then midnight.
        world.Time.Now = Instant.FromUtc(2026, 1, 6, 10, 59);
        (await world.RefreshKpis.RunAsync()).Sent.ShouldBe(0);
        world.Time.Now = Instant.FromUtc(2026, 1, 6, 11, 0);
        (await world.RefreshKpis.RunAsync()).Sent.ShouldBe(1);
    }

    [Theory]
    [InlineData("framing", 1)]
    [InlineData("closed", 0)]
    public async Task An_engagement_that_does_not_run_is_looked_at_while_it_is_framed_and_nothing_of_it_leaves(string state, int looks)
    {
        var world = World(Instant.FromUtc(2026, 1, 5, 8, 0), "Europe/Paris", JobWorld.Recipient());
        var yaml = (await world.Registry.FindAsync(JobWorld.Lumen))!.Yaml;
        world.Registry.Put(JobWorld.Lumen, yaml.Replace("state: active", $"state: {state}", StringComparison.Ordinal));

        var sent = await QuartersAsync(world, Duration.FromHours(6));

        sent.GetValueOrDefault(JobQueues.Kpis).ShouldBe(looks);
        sent.GetValueOrDefault(JobQueues.Documents).ShouldBe(0);
        (await world.Mornings.RunAsync()).Sent.ShouldBe(0);
        world.Events.Taken.ShouldBeEmpty();
        world.Mailer.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_under_way_is_not_asked_for_again_until_it_may_be_lost()
    {
        var world = World(Instant.FromUtc(2026, 1, 5, 8, 0), "Europe/Paris", JobWorld.Recipient());
        (await world.SendDueDigests.RunAsync()).Sent.ShouldBe(1);
        world.Time.Advance(Duration.FromMinutes(15));
        (await world.SendDueDigests.RunAsync()).Sent.ShouldBe(0);
        world.Time.Advance(Duration.FromHours(1));
        (await world.SendDueDigests.RunAsync()).Sent.ShouldBe(1);
        await world.DrainAsync();
        world.Mailer.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_digest_that_waits_for_its_approval_comes_again_by_the_timer_and_goes_unapproved_at_its_latest_hour()
    {
        var recipient = JobWorld.Recipient() + "\n    reviewRequired: true\n    latest: \"12:00\"\n    sendUnapproved: true\n";
        var world = World(Instant.FromUtc(2026, 1, 5, 6, 30), "Europe/Paris", recipient);

        await QuartersAsync(world, Duration.FromHours(4));
        world.Events.Of("digest.sent").ShouldBeEmpty();

        await QuartersAsync(world, Duration.FromHours(1));
        world.Events.Of("digest.sent").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_digest_that_can_never_be_sent_is_tried_once_and_told_once()
    {
        var world = World(Instant.FromUtc(2026, 1, 5, 8, 0), "Europe/Paris", JobWorld.Recipient());
        var refusals = 0;
        world.Mailer.Refuses = (_, message) =>
        {
            if (message.To.Address == "claire@lumen.example")
                refusals++;
            return message.To.Address == "claire@lumen.example" ? OpsException.Refused("No such mailbox.", "Pas de boîte.") : null;
        };

        await QuartersAsync(world, Duration.FromDays(2));

        refusals.ShouldBe(1);
        world.Mailer.Delivered.Values.Count(mail => mail.Subject.Contains("point hebdomadaire", StringComparison.Ordinal)).ShouldBe(1);
        world.Events.Of("digest.failed").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_with_errors_does_not_stop_the_others_and_the_operator_hears_of_it_once_a_week()
    {
        var world = World(Instant.FromUtc(2026, 1, 5, 8, 0), "Europe/Paris", JobWorld.Recipient());
        world.Registry.Put(EngagementId.Parse("aaa"), "id: aaa\nname: [\n");

        await QuartersAsync(world, Duration.FromDays(6));
        world.Mailer.Delivered.Values.Count(mail => mail.Subject.StartsWith("aaa", StringComparison.Ordinal)).ShouldBe(1);
        world.Events.Of("digest.sent").Count.ShouldBe(1);

        await QuartersAsync(world, Duration.FromDays(3));
        world.Mailer.Delivered.Values.Count(mail => mail.Subject.StartsWith("aaa", StringComparison.Ordinal)).ShouldBe(2);
    }

    // However the host's clock jumps ahead, no week is sent twice and the newest due one is sent.
    [Fact]
    public Task Any_pattern_of_downtime_sends_each_week_at_most_once() => Task.Run(() =>
        Prop.ForAll(Gen.Choose(1, 30).ArrayOf(8).ToArbitrary(), jumps =>
        {
            var world = World(Instant.FromUtc(2026, 1, 5, 0, 0), "America/Toronto", JobWorld.Recipient("wednesday", "02:30"));
            foreach (var jump in jumps)
            {
                world.Time.Advance(Duration.FromHours(jump * 7));
                world.SendDueDigests.RunAsync().GetAwaiter().GetResult();
                world.DrainAsync().GetAwaiter().GetResult();
            }

            var weeks = world.Mailer.Delivered.Values.Select(mail => mail.Subject).ToList();
            return weeks.Distinct(StringComparer.Ordinal).Count() == weeks.Count
                && world.Events.Of("digest.sent").Count == weeks.Count
                && world.SendDueDigests.RunAsync().GetAwaiter().GetResult().Sent == 0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(15)));

    private static JobWorld World(Instant now, string zone, string recipients) => new JobWorld(now).WithLumen(Plan + recipients, zone: zone, start: "2025-12-01");

    // Every quarter of an hour the digests, every hour the rest; what comes of it is done at once.
    private static async Task<Dictionary<string, int>> QuartersAsync(JobWorld world, Duration length)
    {
        var sent = new Dictionary<string, int>(StringComparer.Ordinal);
        var end = world.Time.Now + length;
        for (var quarter = 0; world.Time.Now <= end; quarter++, world.Time.Advance(Duration.FromMinutes(15)))
        {
            await world.SendDueDigests.RunAsync();
            if (quarter % 4 == 0)
            {
                await world.RefreshKpis.RunAsync();
                await world.PublishDueDocuments.RunAsync();
            }

            await world.DrainAsync(sent);
        }

        return sent;
    }
}
