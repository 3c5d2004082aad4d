using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Logbook;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Audit;

public class AuditLogTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);
    private readonly InMemoryStateStore state = new();
    private readonly ManualTime time = new(Noon);

    private AuditLog Log => new(state);

    [Fact]
    public async Task Lines_come_in_the_order_of_time_whatever_the_order_they_were_written_in()
    {
        await Log.RecordAsync(Lumen, Entry(Noon + Duration.FromSeconds(1), "J30-2"));
        await Log.RecordAsync(Lumen, Entry(Noon, "J30-1"));
        await Log.RecordAsync(Lumen, Entry(Noon + Duration.FromTicks(1), "J30-3"));

        (await LinesAsync()).Select(line => line.Subject).ShouldBe(["J30-1", "J30-3", "J30-2"]);
        (await LinesAsync(Noon + Duration.FromTicks(1))).Select(line => line.Subject).ShouldBe(["J30-3", "J30-2"]);
    }

    [Fact]
    public async Task An_act_with_a_key_is_there_once_whenever_it_is_recorded_again()
    {
        await Log.RecordAsync(Lumen, Entry(Noon, "lea") with { Key = "one" });
        await Log.RecordAsync(Lumen, Entry(Noon + Duration.FromHours(1), "lea") with { Key = "one" });
        await Log.RecordAsync(Lumen, Entry(Noon + Duration.FromHours(1), "lea") with { Key = "two" });

        (await LinesAsync()).Select(line => line.At).ShouldBe([Noon, Noon + Duration.FromHours(1)]);
    }

    [Fact]
    public async Task A_record_that_broke_off_is_there_whole_or_not_at_all()
    {
        state.Fault = (number, _) => number == 1 ? new IOException("full") : null;
        await Should.ThrowAsync<IOException>(() => Log.RecordAsync(Lumen, Entry(Noon, "lea") with { Key = "one" }));
        (await LinesAsync()).ShouldBeEmpty();

        await Log.RecordAsync(Lumen, Entry(Noon, "lea") with { Key = "one" });

        (await LinesAsync()).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Claire", "Claire")]
    [InlineData("  Léa\n\u202ePetit ", "Léa Petit")]
    [InlineData("Claire <claire@example.com>", "Claire")]
    [InlineData("claire@example.com", "mail address")]
    [InlineData(" ", "ops")]
    public async Task Whoever_signs_is_named_without_an_address_on_one_line(string given, string kept)
    {
        await Log.RecordAsync(Lumen, Entry(Noon, "lea") with { Actor = given });

        (await LinesAsync()).ShouldHaveSingleItem().Actor.ShouldBe(kept);
    }

    [Fact]
    public async Task An_engagement_has_a_record_of_its_own()
    {
        await Log.RecordAsync(Lumen, Entry(Noon, "lea"));

        (await Log.ListAsync(EngagementId.Parse("other")).ToListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_change_and_its_line_are_there_together_or_not_at_all()
    {
        var logbook = new LogbookStore(state, time);
        state.Fault = (_, what) => what == "commit" ? new IOException("full") : null;
        await Should.ThrowAsync<IOException>(() => AddAsync(logbook));
        state.Fault = null;
        (await LinesAsync()).ShouldBeEmpty();

        await AddAsync(logbook);
        time.Advance(Duration.FromMinutes(1));
        await logbook.CloseAsync(Lumen, "A-1", "done", "claire", new(2026, 11, 23));
        await logbook.CloseAsync(Lumen, "A-1", "done", "paul", new(2026, 11, 23));

        (await LinesAsync()).Select(line => (line.Actor, line.Action, line.Subject)).ShouldBe(
            [("ops", AuditAction.ItemAdded, "A-1"), ("claire", AuditAction.ItemClosed, "A-1")]);
    }

    [Fact]
    public async Task What_an_event_of_another_tool_added_is_no_act_of_a_person()
    {
        await new LogbookStore(state, time).AddAsync(Lumen, New() with { OriginKey = "event-1", By = "webhook n8n" });

        (await LinesAsync()).ShouldBeEmpty();
    }

    private static Task<LogItem> AddAsync(LogbookStore logbook) => logbook.AddAsync(Lumen, New());

    private static NewLogItem New() => new() { Kind = LogKind.Action, Text = "Call Jean Dupont", Day = new(2026, 11, 23) };

    private static AuditEntry Entry(Instant at, string subject) => new() { At = at, Actor = "lea", Action = AuditAction.MilestoneDone, Subject = subject };

    private async Task<List<AuditEntry>> LinesAsync(Instant? from = null) => await Log.ListAsync(Lumen, from).ToListAsync();
}
