using NodaTime;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Heartbeats;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Heartbeats;

public sealed class HeartbeatTests
{
    // Monday 5 January 2026, 7:30 in Paris: when the digest is due.
    private static readonly Instant Due = Instant.FromUtc(2026, 1, 5, 6, 30);

    [Fact]
    public async Task A_monday_without_a_digest_is_told_once_to_the_obm_and_found_as_long_as_it_lasts()
    {
        var world = new JobWorld(Due).WithLumen();
        // Nothing runs but the heartbeat.
        var told = new List<Instant>();
        for (world.Time.Now = Due; world.Time.Now < Due + Duration.FromDays(2); world.Time.Advance(Duration.FromMinutes(30)))
        {
            var report = await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken);
            report.Overdue.Count.ShouldBe(world.Time.Now >= Due + Duration.FromHours(1) ? 1 : 0);
            if (report.Round.Sent == 1)
                told.Add(world.Time.Now);
        }

        // At the first look an app that was down may be catching up.
        told.ShouldBe([Due + Duration.FromMinutes(90)]);
        var mail = world.Mailer.Delivered.Values.ShouldHaveSingleItem();
        mail.To.Address.ShouldBe("anna@studio.example");
        mail.Subject.ShouldBe("Atelier Lumen · Le point hebdomadaire du 5 janv. n'est pas parti (Claire)");
        mail.Text.ShouldContain("Aucun échec n'est connu\u00a0:");
        mail.Text.ShouldContain("ops digest -e lumen --to claire --at 2026-01-05 --send");
    }

    [Fact]
    public async Task The_next_monday_without_one_is_another()
    {
        var world = new JobWorld(Due + Duration.FromHours(2)).WithLumen();
        (await SentAtTheSecondLookAsync(world)).ShouldBe(1);

        world.Time.Advance(Duration.FromDays(7));

        (await SentAtTheSecondLookAsync(world)).ShouldBe(1);
        world.Mailer.Delivered.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_left_is_not_missed()
    {
        var world = new JobWorld(Due).WithLumen();
        await world.SendDueDigests.RunAsync(TestContext.Current.CancellationToken);
        await world.DrainAsync();
        world.Time.Advance(Duration.FromHours(5));

        (await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken)).Overdue.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("    pause: {from: 2026-01-01, to: 2026-01-08}\n")]
    [InlineData("    review: required\n    latest: \"12:00\"\n")]
    public async Task A_pause_and_an_hour_that_has_not_come_are_waited_for(string more)
    {
        var world = new JobWorld(Due + Duration.FromHours(3)).WithLumen(JobWorld.Recipient() + "\n" + more);

        (await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken)).Overdue.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_that_nobody_approves_is_told_on_the_next_working_day()
    {
        // Easter Monday, 6 April 2026, a holiday in France: the digest is due and waits for her.
        var world = new JobWorld(Instant.FromUtc(2026, 4, 6, 9, 0)).WithLumen(JobWorld.Recipient() + "\n    review: required\n");
        var monday = await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken);
        world.Time.Advance(Duration.FromDays(1));
        var tuesday = await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken);

        monday.Overdue.ShouldHaveSingleItem().Reason.ShouldBe(OverdueReason.AwaitsApproval);
        (monday.Round.Sent, tuesday.Round.Sent).ShouldBe((0, 1));
        world.Mailer.Delivered.Values.ShouldHaveSingleItem().Text.ShouldContain("--at 2026-04-06 --approve");
    }

    [Fact]
    public async Task A_digest_that_failed_for_good_says_why_and_how_to_run_it_again()
    {
        var world = new JobWorld(Due + Duration.FromHours(2)).WithLumen();
        var letter = await world.Poison.ReportAsync(
            JobQueues.Digests, """{"engagement":"lumen","key":"digest/claire/2026-01-05","recipient":"claire","day":"2026-01-05"}""", TestContext.Current.CancellationToken);
        world.Mailer.Delivered.Clear();

        var report = await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken);

        report.Overdue.ShouldHaveSingleItem().Reason.ShouldBe(OverdueReason.Failed);
        world.Mailer.Delivered.Values.ShouldHaveSingleItem().Text.ShouldContain($"ops replay {letter.Id}");
    }

    [Fact]
    public async Task An_engagement_that_cannot_be_read_hides_no_other()
    {
        var world = new JobWorld(Due + Duration.FromHours(2)).WithLumen().WithLumen(id: "nord");
        world.Registry.Put(JobWorld.Lumen, "id: lumen\nname: [");

        var report = await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken);

        report.Engagements.ShouldBe(1);
        report.Overdue.ShouldHaveSingleItem().Engagement.Value.ShouldBe("nord");
        report.Round.Failures.ShouldHaveSingleItem().Engagement.ShouldBe(JobWorld.Lumen);
    }

    [Fact]
    public async Task What_leaves_late_after_the_app_was_down_is_not_told()
    {
        var world = new JobWorld(Due + Duration.FromHours(9)).WithLumen();
        (await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken)).Overdue.ShouldHaveSingleItem();
        await world.SendDueDigests.RunAsync(TestContext.Current.CancellationToken);
        await world.DrainAsync();
        world.Mailer.Delivered.Clear();

        (await SentAtTheSecondLookAsync(world)).ShouldBe(0);

        world.Mailer.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task All_that_is_late_for_all_her_clients_is_one_mail_and_what_comes_later_another()
    {
        const string two = "\n  - id: marc\n    name: Marc\n    email: marc@lumen.example\n    day: monday\n    time: \"07:30\"\n";
        var world = new JobWorld(Due + Duration.FromHours(2)).WithLumen(JobWorld.Recipient() + two).WithLumen(id: "nord");
        world.Registry.Put(EngagementId.Parse("other"), (await world.Registry.FindAsync(JobWorld.Lumen))!.Yaml.Replace("id: lumen", "id: other", StringComparison.Ordinal).Replace("anna@", "bea@", StringComparison.Ordinal));

        (await SentAtTheSecondLookAsync(world)).ShouldBe(2);

        var hers = world.Mailer.Delivered.Values.Single(mail => mail.To.Address == "anna@studio.example");
        hers.Subject.ShouldBe("3 points hebdomadaires ne sont pas partis");
        foreach (var command in new[] { "-e lumen --to claire", "-e lumen --to marc", "-e nord --to claire" })
            hers.Text.ShouldContain(command);
        world.Mailer.Delivered.Values.Single(mail => mail.To.Address == "bea@studio.example").Subject.ShouldBe("Atelier Lumen · 2 points hebdomadaires ne sont pas partis");
        world.Time.Advance(Duration.FromHours(1));
        (await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken)).Round.Sent.ShouldBe(0);

        world.Mailer.Delivered.Clear();
        world.Time.Advance(Duration.FromDays(7));
        (await SentAtTheSecondLookAsync(world)).ShouldBe(2);
    }

    [Theory]
    [InlineData("nord@client.example", "anna@studio.example")]
    [InlineData("studio@lumen.example", "studio@lumen.example")]
    public async Task A_mail_over_several_clients_leaves_from_none_of_their_mailboxes_unless_they_share_it(string senderOfNord, string sender)
    {
        var world = new JobWorld(Due + Duration.FromHours(2), app: new()).WithLumen().WithLumen(id: "nord");
        var nord = (await world.Registry.FindAsync(EngagementId.Parse("nord"), TestContext.Current.CancellationToken))!.Yaml;
        world.Registry.Put(EngagementId.Parse("nord"), nord.Replace("sender: studio@lumen.example", "sender: " + senderOfNord, StringComparison.Ordinal));

        (await SentAtTheSecondLookAsync(world)).ShouldBe(1);

        world.Mailer.Delivered.Values.ShouldHaveSingleItem().From.Address.ShouldBe(sender);
    }

    [Fact]
    public async Task Wherever_a_look_dies_each_digest_is_told_of_by_one_mail()
    {
        for (var effect = 1; ; effect++)
        {
            var world = new JobWorld(Due + Duration.FromHours(2)).WithLumen().WithLumen(id: "nord");
            (await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken)).Round.Sent.ShouldBe(0);
            world.Time.Advance(Duration.FromHours(1));
            (world.Crashes.At, world.Crashes.After) = (world.Crashes.Effects + ((effect + 1) / 2), effect % 2 == 0);
            using var life = new CancellationTokenSource();
            world.Crashes.Died = life.Cancel;
            try
            {
                await world.Heartbeats.RunAsync(life.Token);
            }
            catch (Exception end) when (end is CrashException or OperationCanceledException)
            {
                // The process is gone.
            }

            var died = life.IsCancellationRequested;
            // Between the two looks a third digest comes to be late.
            world.Time.Advance(Duration.FromHours(1));
            world.WithLumen(id: "sud");
            for (var look = 0; look < 3; look++, world.Time.Advance(Duration.FromHours(1)))
                await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken);

            var told = world.Mailer.Delivered.Values.Select(mail => mail.Text).ToList();
            foreach (var id in new[] { "lumen", "nord", "sud" })
                told.Count(text => text.Contains($"ops digest -e {id} ", StringComparison.Ordinal)).ShouldBe(1, $"effect {effect}, {id}");
            if (!died)
                break;
        }
    }

    [Fact]
    public async Task What_was_remembered_of_a_digest_is_gone_two_weeks_later()
    {
        var world = new JobWorld(Due + Duration.FromHours(2)).WithLumen();
        for (var week = 0; week < 12; week++, world.Time.Advance(Duration.FromDays(7)))
        {
            (await SentAtTheSecondLookAsync(world)).ShouldBe(1);
            world.Time.Advance(Duration.FromHours(-1));
            Marks(world).Count.ShouldBeLessThanOrEqualTo(6);
        }

        // Nobody is late any more; the look of an hour of the night finds what is left.
        world.WithLumen("# no recipients\n");
        world.Time.Now = Due + Duration.FromDays(120);
        for (var hour = 0; hour < 24; hour++, world.Time.Advance(Duration.FromHours(1)))
            await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken);
        Marks(world).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mark_of_before_mails_told_of_several_counts_as_told()
    {
        var world = new JobWorld(Due + Duration.FromHours(2)).WithLumen();
        await world.State.CommitAsync(JobWorld.Lumen, [StateChange.Put(new("told", "digest/claire/2026-01-05"), "\"2026-01-05T08:00:00Z\"")], TestContext.Current.CancellationToken);

        (await SentAtTheSecondLookAsync(world)).ShouldBe(0);

        world.Mailer.Delivered.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_morning_mail_names_it_first()
    {
        var world = new JobWorld(Due + Duration.FromHours(2)).WithLumen();

        (await world.Mornings.RunAsync(TestContext.Current.CancellationToken)).Sent.ShouldBe(1);

        world.Mailer.Delivered.Values.ShouldHaveSingleItem().Text.ShouldContain("Point hebdomadaire pour Claire\u00a0: n'est pas parti");
    }

    private static IReadOnlyList<string> Marks(JobWorld world) => [.. world.State.All(JobWorld.Lumen).Where(entry => entry.Key.Collection == "told").Select(entry => entry.Key.Id)];

    private static async Task<int> SentAtTheSecondLookAsync(JobWorld world)
    {
        (await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken)).Round.Sent.ShouldBe(0);
        world.Time.Advance(Duration.FromHours(1));
        return (await world.Heartbeats.RunAsync(TestContext.Current.CancellationToken)).Round.Sent;
    }
}
