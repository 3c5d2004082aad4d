using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Locales;
using OpsAutomation.Mornings;
using OpsAutomation.Runs;

namespace OpsAutomation.Core.Tests.Jobs;

public sealed class UndeliveredEventsTests
{
    // Monday 5 January 2026, 9:00 in Paris.
    private readonly JobWorld world = new(Instant.FromUtc(2026, 1, 5, 8, 0));

    public UndeliveredEventsTests() => world.WithLumen("""
        events:
          - {id: board, url: "https://hooks.example.com/in"}
          - {id: team, as: slack}
        recipients:
          - {id: claire, name: Claire, email: claire@lumen.example}
          - {id: me, name: Anna, email: Anna@studio.example}
          - {id: uk, name: Anna, email: anna@studio.example, locale: en-GB}
        """);

    [Fact]
    public async Task The_OBM_s_list_has_one_line_for_each_endpoint_with_the_day_since_when()
    {
        await FailAsync("board/evt_1", days: -3);
        await FailAsync("board/evt_2", days: -2);
        var single = await FailAsync("team/evt_1", days: 0);
        await FailAsync("gone/evt_1", days: 0);
        var engagement = await LumenAsync();
        var reader = new MorningReader(world.Blobs, world.State, world.Mailer, world.Box, world.Time);

        async Task<IReadOnlyList<(string, LocalDate?, MorningUrgency)>> LinesAsync(Locale locale) =>
            [.. (await reader.ReadAsync(engagement, locale)).Where(item => item.Id.StartsWith("events/", StringComparison.Ordinal)).Select(item => (item.What, item.Due, item.Urgency))];

        (await LinesAsync(Locale.FrFr)).ShouldBe(
        [
            ("Événements vers board non livrés\u00a0: 2 (ops replay)", new LocalDate(2026, 1, 2), MorningUrgency.Blocked),
            ($"Événements vers team non livrés\u00a0: 1 (ops replay {single})", new LocalDate(2026, 1, 5), MorningUrgency.Blocked),
        ]);
        (await LinesAsync(Locale.Find("en-GB")!))[0].Item1.ShouldBe("Events to board could not be delivered: 2 (ops replay)");
        // What was for an endpoint that is no longer there is told as any dead letter is.
        (await reader.ReadAsync(engagement, Locale.FrFr)).Count(item => item.What.StartsWith("Un événement n'a pas été livré", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task The_OBM_s_own_digest_has_a_line_and_the_client_s_has_none()
    {
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        await world.DrainAsync();
        await FailAsync("board/evt_1", days: -3);
        await FailAsync("board/evt_2", days: -2);

        (await DigestAsync("me")).Text.ShouldContain("Non livrés\u00a0: événements vers board depuis le 2 janv. (2)");
        (await DigestAsync("uk")).Text.ShouldContain("Not delivered: events to board since 2 Jan (2)");
        (await DigestAsync("me")).Html.ShouldContain("événements vers board");
        (await DigestAsync("claire")).Text.ShouldNotContain("board depuis");
    }

    [Fact]
    public async Task What_was_replayed_and_went_through_is_told_no_more()
    {
        var letter = await FailAsync("board/evt_1", days: -3);
        await world.Box.ReplayAsync(JobWorld.Lumen, letter);
        await world.Box.SettleAsync(JobQueues.Events, new EventJob(JobWorld.Lumen, "board/evt_1", "board", "evt_1", 1));

        var reader = new MorningReader(world.Blobs, world.State, world.Mailer, world.Box, world.Time);
        (await reader.ReadAsync(await LumenAsync(), Locale.FrFr)).ShouldAllBe(item => !item.Id.StartsWith("events/", StringComparison.Ordinal));
    }

    private async Task<Engagement> LumenAsync() => (await new RegisteredEngagements(world.Registry).FindAsync(JobWorld.Lumen))!;

    private async Task<string> FailAsync(string key, int days)
    {
        var now = world.Time.Now;
        world.Time.Now = now + Duration.FromDays(days);
        var letter = await world.Box.BuryAsync(JobWorld.Lumen, JobQueues.Events, key, "{}", new("it answered 500", "il a répondu 500"));
        world.Time.Now = now;
        return letter.Id;
    }

    private async Task<Digest> DigestAsync(string recipient)
    {
        var engagement = await LumenAsync();
        var monday = new LocalDate(2026, 1, 5);
        var contexts = new DigestContexts(new StandingReader(world.Blobs, world.State, world.Time), engagement, monday);
        return DigestComposer.Compose(await contexts.ForAsync(engagement.Recipients.Single(one => one.Id == recipient), monday));
    }
}
