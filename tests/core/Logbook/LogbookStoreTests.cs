using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Logbook;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Logbook;

public class LogbookStoreTests
{
    private static readonly EngagementId Engagement = EngagementId.Parse("acme");
    private static readonly LocalDate Day = new(2026, 11, 23);
    private readonly InMemoryStateStore state = new();
    private readonly LogbookStore logbook;

    public LogbookStoreTests() => logbook = new(state, new ManualTime(Instant.FromUtc(2026, 11, 23, 9, 0)));

    [Fact]
    public async Task Items_are_numbered_by_kind()
    {
        (await AddAsync(LogKind.Decision, "a?")).Id.ShouldBe("D-1");
        (await AddAsync(LogKind.Decision, "b?")).Id.ShouldBe("D-2");
        (await AddAsync(LogKind.Action, "c")).Id.ShouldBe("A-1");
        (await AddAsync(LogKind.Risk, "d")).Id.ShouldBe("R-1");
        (await AddAsync(LogKind.Comment, "e")).Id.ShouldBe("C-1");
        (await logbook.AddAsync(EngagementId.Parse("other"), New(LogKind.Decision, "f?"))).Id.ShouldBe("D-1");
    }

    [Fact]
    public async Task What_was_said_is_kept()
    {
        var added = await logbook.AddAsync(Engagement, New(LogKind.Decision, " Ask for a deposit? ") with
        {
            Owner = "claire",
            Due = Day.PlusDays(1),
            Recommendation = "Yes",
            Topic = "pricing",
            Kpi = "finance.cash",
            Origin = "digest",
        });
        (await logbook.FindAsync(Engagement, "d-1"))!.Item.ShouldBe(added);
        (added.Text, added.Owner, added.Due, added.Recommendation, added.Topic, added.Kpi, added.Origin, added.Added, added.Open).ShouldBe(
            ("Ask for a deposit?", "claire", Day.PlusDays(1), "Yes", "pricing", "finance.cash", "digest", Day, true));
    }

    [Fact]
    public async Task Order_is_by_number_past_ten()
    {
        for (var i = 1; i <= 12; i++)
            await AddAsync(LogKind.Action, "a" + i);
        (await logbook.ListAsync(Engagement, LogKind.Action)).Select(item => item.Id).ShouldBe(Enumerable.Range(1, 12).Select(i => "A-" + i));
    }

    [Fact]
    public async Task A_number_that_somebody_else_takes_first_is_not_used_twice()
    {
        state.BeforeNextCommit = () => AddAsync(LogKind.Decision, "first?");
        (await AddAsync(LogKind.Decision, "second?")).Id.ShouldBe("D-2");
        (await logbook.ListAsync(Engagement)).Select(item => item.Text).ShouldBe(["first?", "second?"]);
    }

    [Fact]
    public async Task Many_at_once_get_numbers_without_gaps()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => AddAsync(LogKind.Action, "a" + i))));
        (await logbook.ListAsync(Engagement)).Select(item => item.Id).ShouldBe(Enumerable.Range(1, 20).Select(i => "A-" + i));
    }

    [Fact]
    public async Task The_same_origin_adds_one_item_only()
    {
        var once = New(LogKind.Risk, "late supplier") with { OriginKey = "webhook/123" };
        var first = await logbook.AddAsync(Engagement, once);
        (await logbook.AddAsync(Engagement, once)).ShouldBe(first);
        state.BeforeNextCommit = () => logbook.AddAsync(Engagement, once with { OriginKey = "webhook/124" });
        (await logbook.AddAsync(Engagement, once with { OriginKey = "webhook/124" })).Id.ShouldBe("R-2");
        (await logbook.ListAsync(Engagement)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Closing_keeps_outcome_who_and_when()
    {
        await AddAsync(LogKind.Decision, "a?");
        var closed = await logbook.CloseAsync(Engagement, "D-1", "Yes, from December", "claire", Day.PlusDays(2));
        (closed.Open, closed.Outcome, closed.ClosedBy, closed.ClosedOn).ShouldBe((false, "Yes, from December", "claire", Day.PlusDays(2)));
        (await logbook.ListAsync(Engagement, openOnly: true)).ShouldBeEmpty();
        var history = (await logbook.FindAsync(Engagement, "D-1"))!.History;
        history.Select(change => (change.What, change.Day)).ShouldBe([("added", Day), ("closed", Day.PlusDays(2))]);
    }

    [Fact]
    public async Task Closing_twice_changes_nothing_and_another_outcome_is_refused()
    {
        await AddAsync(LogKind.Decision, "a?");
        var closed = await logbook.CloseAsync(Engagement, "D-1", "Yes", "claire", Day);
        (await logbook.CloseAsync(Engagement, "D-1", "Yes", "paul", Day.PlusDays(1))).ShouldBe(closed);
        var error = await Should.ThrowAsync<OpsException>(() => logbook.CloseAsync(Engagement, "D-1", "No", "paul", Day));
        error.Text.En.ShouldBe("D-1 is closed already, with another outcome: reopen it to change it.");
        error.Text.Fr.ShouldBe("D-1 est déjà clos, avec une autre issue\u00a0: rouvrez-le pour la changer.");
    }

    [Fact]
    public async Task A_reopened_item_can_be_closed_again_and_keeps_its_history()
    {
        await AddAsync(LogKind.Action, "a");
        await logbook.CloseAsync(Engagement, "A-1", null, "paul", Day);
        (await logbook.ReopenAsync(Engagement, "A-1", "came back", "paul", Day.PlusDays(1))).Open.ShouldBeTrue();
        await logbook.CloseAsync(Engagement, "A-1", "done at last", "paul", Day.PlusDays(3));
        (await logbook.FindAsync(Engagement, "A-1"))!.History.Select(change => change.What).ShouldBe(["added", "closed", "reopened", "closed"]);
    }

    [Theory]
    [InlineData("D-9")]
    [InlineData("X-1")]
    [InlineData("D-")]
    [InlineData("D--1")]
    [InlineData("")]
    public async Task An_unknown_id_is_refused(string id) =>
        (await Should.ThrowAsync<OpsException>(() => logbook.CloseAsync(Engagement, id, null, null, Day))).Text.En
            .ShouldBe("There is no item of that id in the logbook: ids look like D-14, and the list commands show them.");

    [Fact]
    public async Task Empty_and_endless_texts_are_refused()
    {
        (await Should.ThrowAsync<OpsException>(() => AddAsync(LogKind.Action, " "))).Kind.ShouldBe(FailureKind.WrongUsage);
        (await Should.ThrowAsync<OpsException>(() => AddAsync(LogKind.Action, new string('x', 4001)))).Text.En
            .ShouldBe("The text is longer than 4000 characters: shorten it.");
    }

    private Task<LogItem> AddAsync(LogKind kind, string text) => logbook.AddAsync(Engagement, New(kind, text));

    private static NewLogItem New(LogKind kind, string text) => new() { Kind = kind, Text = text, Day = Day };
}
