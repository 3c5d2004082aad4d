using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Mornings;
using OpsAutomation.Runs;

namespace OpsAutomation.Core.Tests.Jobs;

public sealed class MorningTests
{
    // Monday 5 January 2026, 7:00 in Paris.
    private static readonly Instant Seven = Instant.FromUtc(2026, 1, 5, 6, 0);
    private static readonly EngagementId Nord = EngagementId.Parse("nord");

    [Fact]
    public async Task One_list_over_all_her_clients_ranked_leaves_at_seven_and_once()
    {
        var world = await TwoClientsAsync(Seven);
        world.Time.Now = Seven - Duration.FromMinutes(1);
        (await world.Mornings.RunAsync()).Sent.ShouldBe(0);

        world.Time.Now = Seven;
        (await world.Mornings.RunAsync()).Sent.ShouldBe(1);
        for (var hour = 1; hour < 20; hour++)
        {
            world.Time.Advance(Duration.FromHours(1));
            (await world.Mornings.RunAsync()).Sent.ShouldBe(0);
        }

        var mail = world.Mailer.Delivered.Values.ShouldHaveSingleItem();
        mail.To.Address.ShouldBe("anna@studio.example");
        mail.To.Name.ShouldBe("Anna Keller");
        mail.From.Address.ShouldBe("operator@studio.example");
        mail.LanguageTag.ShouldBe("fr-FR");
        mail.Subject.ShouldBe("Lundi 5 janvier · 2 en retard, 1 pour aujourd'hui, 2 cette semaine · Atelier Lumen, Bistrot Nord");
        var rows = mail.Text.Split('\n').Where(line => line.Contains(". · ", StringComparison.Ordinal)).ToList();
        rows[0].ShouldBe("1. · Atelier Lumen · D-1\u00a0: Demander un acompte\u00a0? · décision, 3\u00a0j de retard, échéance 2 janv.\u00a0: d'autres l'attendent");
        rows[1].ShouldBe("2. · Bistrot Nord · D-1\u00a0: Fermer le lundi\u00a0? · à trancher aujourd'hui");
        rows[2].ShouldBe("3. · Bistrot Nord · A-1\u00a0: Relancer les impayés · 14\u00a0j de retard, échéance 22 déc. · Anna Keller");
        mail.Text.ShouldStartWith("D'abord\u00a0: Atelier Lumen, D-1\u00a0: Demander un acompte\u00a0? (décision, 3\u00a0j de retard, échéance 2 janv.\u00a0: d'autres l'attendent).");
    }

    [Fact]
    public async Task The_next_working_day_has_a_list_of_its_own_and_weekends_and_holidays_have_none()
    {
        var world = await TwoClientsAsync(Seven);
        var sent = new List<LocalDate>();
        // Three weeks around Easter Monday, 6 April 2026, a holiday in France.
        for (world.Time.Now = Instant.FromUtc(2026, 3, 26, 0, 30); world.Time.Now < Instant.FromUtc(2026, 4, 9, 0, 0); world.Time.Advance(Duration.FromHours(1)))
        {
            if ((await world.Mornings.RunAsync()).Sent == 1)
                sent.Add(world.Time.Now.InZone(DateTimeZoneProviders.Tzdb["Europe/Paris"]).Date);
        }

        sent.ShouldBe([.. new[] { 26, 27, 30, 31 }.Select(day => new LocalDate(2026, 3, day)), .. new[] { 1, 2, 3, 7, 8 }.Select(day => new LocalDate(2026, 4, day))]);
        world.Mailer.Delivered.Count.ShouldBe(sent.Count);
    }

    [Fact]
    public async Task A_week_of_downtime_is_one_mail()
    {
        var world = await TwoClientsAsync(Seven);
        await world.Mornings.RunAsync();

        world.Time.Now = Instant.FromUtc(2026, 1, 14, 13, 0);
        await world.Mornings.RunAsync();
        await world.Mornings.RunAsync();

        world.Mailer.Delivered.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Where_nothing_is_due_nothing_leaves()
    {
        var world = new JobWorld(Seven).WithLumen(start: "2026-01-05");

        (await world.Mornings.RunAsync()).Failures.ShouldBeEmpty();

        world.Mailer.Delivered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("nord@client.example", "anna@studio.example")]
    [InlineData("studio@lumen.example", "studio@lumen.example")]
    public async Task Without_an_operators_mailbox_the_list_leaves_from_none_of_the_clients_unless_they_share_it(string senderOfNord, string sender)
    {
        var world = await TwoClientsAsync(Seven, app: new());
        world.Registry.Put(Nord, (await world.Registry.FindAsync(Nord))!.Yaml.Replace("sender: studio@lumen.example", "sender: " + senderOfNord, StringComparison.Ordinal));

        (await world.Mornings.RunAsync()).Sent.ShouldBe(1);

        world.Mailer.Delivered.Values.ShouldHaveSingleItem().From.Address.ShouldBe(sender);
    }

    [Fact]
    public async Task Two_obms_get_their_own_clients_only()
    {
        var world = await TwoClientsAsync(Seven);
        var yaml = (await world.Registry.FindAsync(Nord))!.Yaml;
        world.Registry.Put(Nord, yaml.Replace("anna@studio.example", "lea@studio.example", StringComparison.Ordinal));

        await world.Mornings.RunAsync();

        world.Mailer.Delivered.Count.ShouldBe(2);
        world.Mailer.Delivered.Values.Single(mail => mail.To.Address == "anna@studio.example").Text.ShouldNotContain("Nord");
        world.Mailer.Delivered.Values.Single(mail => mail.To.Address == "lea@studio.example").Text.ShouldNotContain("Lumen");
    }

    [Fact]
    public async Task It_reads_in_English_for_English_clients_and_names_what_failed_first()
    {
        var world = await TwoClientsAsync(Seven, locale: "en-GB");
        await world.UploadAsync("holiday.png", "\u0089PNG\r\n");
        await world.DrainAsync();

        await world.Mornings.RunAsync();

        var mail = world.Mailer.Delivered.Values.Single(mail => mail.Subject.Contains("blocked", StringComparison.Ordinal));
        mail.Subject.ShouldBe("Monday 5 January · 1 blocked, 2 late, 1 due today · Atelier Lumen, Bistrot Nord");
        mail.Text.ShouldStartWith("First: Atelier Lumen, An export was not imported (ops replay ");
        mail.Html.ShouldContain("lang=\"en-GB\"");
    }

    [Fact]
    public async Task A_digest_waits_for_her_approval_again_when_its_figures_change()
    {
        var world = new JobWorld(Seven + Duration.FromHours(2)).WithLumen(JobWorld.Recipient() + "\n    reviewRequired: true\n");
        var engagement = (await new RegisteredEngagements(world.Registry).FindAsync(JobWorld.Lumen))!;
        var reader = new MorningReader(world.Blobs, world.State, world.Mailer, world.Box, world.Time);
        async Task<bool> WaitsAsync() => (await reader.ReadAsync(engagement, Locale.FrFr)).Any(item => item.Id == "digest/claire");
        async Task ApproveAsync()
        {
            var monday = new LocalDate(2026, 1, 5);
            var context = await new DigestContexts(new StandingReader(world.Blobs, world.State, world.Time), engagement, monday).ForAsync(engagement.Recipients[0], monday);
            await new DigestSender(world.State, world.Mailer, world.Time).ApproveAsync(context, "anna");
        }

        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        (await WaitsAsync()).ShouldBeTrue();
        await ApproveAsync();
        (await WaitsAsync()).ShouldBeFalse();

        await world.UploadAsync("hubspot-deals-2.csv", JobWorld.Deals(90_000));
        await world.DrainAsync();
        (await WaitsAsync()).ShouldBeTrue();
        await ApproveAsync();
        (await WaitsAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_client_whose_file_has_errors_does_not_keep_the_others_from_the_list()
    {
        var world = await TwoClientsAsync(Seven);
        world.Registry.Put(Nord, "id: nord\n");

        (await world.Mornings.RunAsync()).Failures.ShouldHaveSingleItem().Engagement.ShouldBe(Nord);

        world.Mailer.Delivered.Values.Count(mail => mail.To.Address == "anna@studio.example").ShouldBe(1);
        world.Mailer.Delivered.Values.Count(mail => mail.To.Address == "operator@studio.example").ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_effect_makes_neither_none_nor_two(bool after)
    {
        for (var at = 1; ; at++)
        {
            var world = await TwoClientsAsync(Seven);
            world.Crashes.At = world.Crashes.Effects + at;
            world.Crashes.After = after;
            await world.Mornings.RunAsync();
            await world.Mornings.RunAsync();
            world.Mailer.Delivered.Count.ShouldBe(1, $"effect {at}");
            if (world.Crashes.Effects < world.Crashes.At)
                return;
        }
    }

    private static async Task<JobWorld> TwoClientsAsync(Instant now, string locale = "fr-FR", Operator? app = null)
    {
        var world = new JobWorld(now, app: app).WithLumen(start: "2025-12-31").WithLumen(id: "nord", start: "2025-12-31");
        foreach (var id in new[] { JobWorld.Lumen, Nord })
        {
            var yaml = (await world.Registry.FindAsync(id))!.Yaml.Replace("locale: fr-FR\nzone", $"locale: {locale}\nzone", StringComparison.Ordinal);
            world.Registry.Put(id, id == Nord ? yaml.Replace("Atelier Lumen", "Bistrot Nord", StringComparison.Ordinal) : yaml);
        }

        var log = new LogbookStore(world.State, world.Time);
        var day = new LocalDate(2026, 1, 5);
        await log.AddAsync(JobWorld.Lumen, new() { Kind = LogKind.Decision, Text = "Demander un acompte\u00a0?", Day = day, Due = new(2026, 1, 2) });
        await log.AddAsync(Nord, new() { Kind = LogKind.Decision, Text = "Fermer le lundi\u00a0?", Day = day, Due = day });
        await log.AddAsync(Nord, new() { Kind = LogKind.Action, Text = "Relancer les impayés", Day = day, Due = new(2025, 12, 22), Owner = "anna" });
        await log.AddAsync(Nord, new() { Kind = LogKind.Action, Text = "Plus tard", Day = day, Due = new(2026, 3, 1) });
        return world;
    }
}
