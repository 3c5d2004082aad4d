using NodaTime;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Logbook;
using OpsAutomation.Runs;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class WebhookJobHandlerTests
{
    private const string Mappings = """
            events:
              - {on: bank.balance, reading: {kpi: finance.cash, value: $.data.balance, date: $.data.day}}
              - {on: task.blocked, action: $.data.title}
              - {on: idea, comment: $.text}
              - {on: idea, decision: "$.data['the question']"}
        """;

    private readonly WebhookWorld world = new(Mappings);

    [Fact]
    public async Task An_event_of_an_unknown_type_is_kept_counted_and_shown()
    {
        await world.PostSignedAsync("""{"type":"never.heard","data":{}}""");
        await world.DrainAsync();

        var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();
        (delivery.Outcome, delivery.Types.Single(), delivery.Settled).ShouldBe((WebhookOutcome.Kept, "never.heard", world.Time.Now));
        world.Queue.Sent.ShouldBeEmpty();
        (await LettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_that_a_criterion_names_meets_it_from_its_local_day_on()
    {
        await world.PostSignedAsync("""{"type":"Client.Live","timestamp":"2026-01-02T23:30:00Z","data":{"title":"Hôtel Azur\u0000\u202e est en ligne"}}""");
        await world.DrainAsync();

        world.Queue.Take(JobQueues.Kpis).Count.ShouldBe(1);
        var engagement = await new RegisteredEngagements(world.Registry).FindAsync(WebhookWorld.Lumen);
        var report = await new StandingReader(world.Blobs, world.State, world.Time).MilestonesAsync(engagement!, new(2026, 1, 5), new(2026, 1, 5));
        var criterion = report.Milestones.Single(milestone => milestone.Id == "J45").Criteria.Single();
        criterion.Met.ShouldBeTrue();
        criterion.Evidence!.En.ShouldContain("Hôtel Azur est en ligne");
        (await new WebhookEvents(world.State).ForPlanAsync(engagement!)).Single().Day.ShouldBe(new(2026, 1, 3));
    }

    [Fact]
    public async Task A_mapped_reading_is_the_KPIs_value_of_its_day()
    {
        await world.PostSignedAsync("""{"type":"bank.balance","data":{"balance":"126300.50","day":"2026-01-04"}}""");
        await world.DrainAsync();

        var reading = (await ReadingsAsync()).ShouldHaveSingleItem();
        reading.FindText(ReadingFields.Kpi).ShouldBe("finance.cash");
        reading.FindNumber(ReadingFields.Value).ShouldBe(126_300.50m);
        reading.FindTime(ReadingFields.Date)!.Value.Date.ShouldBe(new(2026, 1, 4));
        (await world.DeliveriesAsync()).Single().Effects.ShouldBe(["finance.cash"]);
    }

    [Fact]
    public async Task Mapped_texts_become_items_of_the_logbook_with_their_origin()
    {
        await world.PostSignedAsync("""{"type":"idea","text":"  Ask for\n a deposit ","data":{"the question":"Ask for 30 %?"}}""");
        await world.DrainAsync();

        var items = await new LogbookStore(world.State, world.Time).ListAsync(WebhookWorld.Lumen);
        items.Select(item => (item.Id, item.Kind, item.Text, item.Origin)).ShouldBe(
            [("D-1", LogKind.Decision, "Ask for 30 %?", "webhook n8n"), ("C-1", LogKind.Comment, "Ask for a deposit", "webhook n8n")]);
        (await world.DeliveriesAsync()).Single().Effects.ShouldBe(["C-1", "D-1"]);
    }

    [Fact]
    public async Task Several_events_in_one_body_are_each_applied()
    {
        await world.PostSignedAsync("""[{"type":"task.blocked","data":{"title":"One"}},{"type":"task.blocked","data":{"title":"Two"}},{"type":"other"}]""");
        await world.DrainAsync();

        (await world.DeliveriesAsync()).Single().Effects.ShouldBe(["A-1", "A-2"]);
    }

    [Fact]
    public async Task An_event_that_does_not_fit_keeps_no_other_of_its_body_from_being_applied()
    {
        await world.PostSignedAsync(
            """[{"type":"bank.balance","data":{"balance":"12,5","day":"2026-01-04"}},{"type":"task.blocked","data":{"title":"One"}},{"type":"task.blocked","data":{}},{"type":"client.live"}]""");
        await world.DrainAsync();

        var delivery = (await world.DeliveriesAsync()).Single();
        (delivery.Outcome, string.Join(' ', delivery.Effects)).ShouldBe((WebhookOutcome.Refused, "A-1"));
        delivery.Reason!.En.ShouldContain("$.data.balance");
        (await LettersAsync()).ShouldHaveSingleItem().Reason.En.ShouldContain("$.data.balance");
        (await new LogbookStore(world.State, world.Time).ListAsync(WebhookWorld.Lumen)).Single().Text.ShouldBe("One");
        world.Queue.Take(JobQueues.Kpis).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("[1]")]
    [InlineData("\"text\"")]
    [InlineData("{\"type\":\"a\"")]
    public async Task A_body_that_is_no_event_is_kept_and_marked(string body)
    {
        await world.PostSignedAsync(body);
        await world.DrainAsync();

        (await world.DeliveriesAsync()).Single().Outcome.ShouldBe(WebhookOutcome.Unreadable);
        (await LettersAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_test_event_is_seen_and_does_nothing()
    {
        await world.PostSignedAsync("""{"type":"ping"}""");
        await world.DrainAsync();

        (await world.DeliveriesAsync()).Single().Outcome.ShouldBe(WebhookOutcome.Tested);
        world.Queue.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_message_three_times_at_once_has_one_effect()
    {
        await world.PostSignedAsync("""[{"type":"bank.balance","data":{"balance":1,"day":"2026-01-04"}},{"type":"task.blocked","data":{"title":"One"}}]""");
        var message = world.Queue.Take(JobQueues.Webhooks).Single();

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => world.Handler.HandleAsync(message))));
        await world.Handler.HandleAsync(message);

        (await ReadingsAsync()).Count.ShouldBe(1);
        (await new LogbookStore(world.State, world.Time).ListAsync(WebhookWorld.Lumen)).Count.ShouldBe(1);
        (await ImportsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_crash_before_or_after_any_effect_ends_as_one_clean_run()
    {
        const string Body = """[{"type":"bank.balance","data":{"balance":1,"day":"2026-01-04"}},{"type":"task.blocked","data":{"title":"One"}},{"type":"client.live"}]""";
        for (var at = 1; ; at++)
        {
            var fresh = new WebhookWorld(Mappings);
            foreach (var after in new[] { false, true })
            {
                fresh = new WebhookWorld(Mappings);
                await fresh.PostSignedAsync(Body);
                fresh.Crashes.At = fresh.Crashes.Effects + at;
                fresh.Crashes.After = after;
                await fresh.DrainAsync();

                var delivery = (await fresh.DeliveriesAsync()).Single();
                (delivery.Outcome, string.Join(' ', delivery.Effects)).ShouldBe((WebhookOutcome.Applied, "finance.cash A-1"));
                (await new LogbookStore(fresh.State, fresh.Time).ListAsync(WebhookWorld.Lumen)).Count.ShouldBe(1);
                (await ImportsAsync(fresh)).ShouldBe(1);
                fresh.Queue.Take(JobQueues.Kpis).ShouldNotBeEmpty();
            }

            if (fresh.Crashes.Effects < fresh.Crashes.At)
                return;
        }
    }

    [Fact]
    public async Task An_event_that_has_not_what_its_mapping_names_becomes_a_dead_letter_once_and_is_applied_after_the_mend()
    {
        await world.PostSignedAsync("""{"type":"bank.balance","data":{"balance":"12,5","day":"2026-01-04"}}""", id: "a");
        await world.PostSignedAsync("""{"type":"bank.balance","data":{"day":"2026-01-04"}}""", id: "b");
        await world.DrainAsync();

        (await world.DeliveriesAsync()).ShouldAllBe(delivery => delivery.Outcome == WebhookOutcome.Refused);
        var letter = (await LettersAsync()).ShouldHaveSingleItem();
        letter.Reason.En.ShouldContain("$.data.balance");
        letter.Reason.En.ShouldNotContain("12,5");
        world.Mailer.Delivered.Count.ShouldBe(1);

        world.Registry[WebhookWorld.Lumen] = WebhookWorld.Yaml("lumen", "    events: [{on: bank.balance, comment: $.data.day}]");
        await world.Box.ReplayAsync(WebhookWorld.Lumen, letter.Id);
        await world.DrainAsync();
        (await world.DeliveriesAsync()).Count(delivery => delivery.Outcome == WebhookOutcome.Applied).ShouldBe(1);
        (await LettersAsync()).Single().State.ShouldBe(DeadLetterState.Mended);
    }

    [Theory]
    [InlineData("\"2026-01-04\"", "2026-01-04")]
    [InlineData("\"2026-01-04T23:30:00Z\"", "2026-01-05")]
    [InlineData("\"2026-01-04T23:30:00.123+01:00\"", "2026-01-04")]
    [InlineData("\"2026-01-04 23:30:00\"", "2026-01-04")]
    [InlineData("1767569400", "2026-01-05")]
    [InlineData("1767569400000", "2026-01-05")]
    [InlineData("\"4 janvier\"", null)]
    [InlineData("99999999999999999", null)]
    [InlineData("\"9999-12-31T23:59:59Z\"", null)]
    [InlineData("\"9999-12-31T23:59:59-18:00\"", null)]
    [InlineData("\"-9998-01-01T00:00:00+18:00\"", null)]
    [InlineData("{}", null)]
    public void A_day_is_read_from_dates_and_moments(string json, string? expected)
    {
        using var document = System.Text.Json.JsonDocument.Parse(json);

        var day = GenericEvent.DayOf(document.RootElement, DateTimeZoneProviders.Tzdb["Europe/Paris"]);

        (day is { } known ? NodaTime.Text.LocalDatePattern.Iso.Format(known) : null).ShouldBe(expected);
    }

    private async Task<List<FactRecord>> ReadingsAsync()
    {
        var found = new List<FactRecord>();
        var facts = await new FactStore(world.Blobs, world.State).OpenAsync(WebhookWorld.Lumen);
        using var reader = facts.Open(FactType.Reading);
        while (reader?.Read() == true)
        {
            var copy = new FactRecord(ReadingFields.Schema);
            copy.CopyFrom(reader.Current);
            found.Add(copy);
        }

        return found;
    }

    private Task<int> ImportsAsync() => ImportsAsync(world);

    private static async Task<int> ImportsAsync(WebhookWorld of) => (await new FactStore(of.Blobs, of.State).OpenAsync(WebhookWorld.Lumen)).Imports.Count;

    private async Task<List<DeadLetter>> LettersAsync()
    {
        var found = new List<DeadLetter>();
        await foreach (var letter in world.Box.ListAsync(WebhookWorld.Lumen))
            found.Add(letter);
        return found;
    }
}
