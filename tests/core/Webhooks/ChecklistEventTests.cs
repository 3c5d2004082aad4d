using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Core.Tests.Webhooks.Vendors;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Runs;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

/// <summary>Checklists that an event from outside starts.</summary>
public sealed class ChecklistEventTests
{
    private const string Hired = """{"type":"staff.hired","id":"e-1","timestamp":"2026-01-05T09:00:00Z","data":{"name":"Zoé Blanc","start":"2026-02-01"}}""";

    private readonly EffectWorld world = new("  - {source: hr, scheme: token, idHeader: X-Id}", """
        checklists:
          - {kind: checklist-client-onboarding, when: deal won}
          - {id: hired, kind: checklist-gdpr-request, when: staff hired, for: $.data.name, owner: anna}
        """);

    [Fact]
    public async Task Staff_hired_starts_its_list_for_the_person_whom_the_event_names()
    {
        var delivery = await world.PostAsync("hr", Hired);

        (delivery.Outcome, delivery.Effects.ShouldHaveSingleItem()).ShouldBe((WebhookOutcome.Applied, "CL-1"));
        var list = (await ListAsync()).ShouldHaveSingleItem();
        (list.Kind, list.For, list.Day, list.By).ShouldBe(("checklist-gdpr-request", "Zoé Blanc", new LocalDate(2026, 1, 5), "event hired"));
        list.Lines.ShouldAllBe(line => line.Due >= list.Day);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_effect_starts_one_list(bool after)
    {
        for (var at = 1; ; at++)
        {
            var other = new EffectWorld("  - {source: hr, scheme: token, idHeader: X-Id}", "checklists: [{id: hired, kind: checklist-gdpr-request, when: staff hired, for: $.data.name}]");
            await other.TakeAsync("hr", Hired);
            var before = other.Crashes.Effects;
            (other.Crashes.At, other.Crashes.After) = (before + at, after);
            await other.DrainAsync();

            (await new ChecklistStore(other.State, other.Time).ListAsync(EffectWorld.Lumen)).ShouldHaveSingleItem().For.ShouldBe("Zoé Blanc", $"killed at effect {at}");
            if (other.Crashes.Effects < before + at)
                return;
        }
    }

    [Fact]
    public async Task Another_event_starts_another_list_and_other_types_start_none()
    {
        await world.PostAsync("hr", Hired);
        await world.PostAsync("hr", Hired.Replace("Zoé Blanc", "Max Roy", StringComparison.Ordinal).Replace("e-1", "e-2", StringComparison.Ordinal));
        await world.PostAsync("hr", Hired.Replace("staff.hired", "staff.left", StringComparison.Ordinal));

        (await ListAsync()).Select(list => list.For).ShouldBe(["Zoé Blanc", "Max Roy"]);
    }

    [Theory]
    [InlineData("state: active", "state: closed")]
    [InlineData("start: 2025-12-01", "start: 2026-01-06")]
    public async Task Nothing_starts_in_an_engagement_that_does_not_run_or_before_its_first_day(string line, string instead)
    {
        world.Registry[EffectWorld.Lumen] = (await world.Registry.FindAsync(EffectWorld.Lumen))!.Yaml.Replace(line, instead, StringComparison.Ordinal);

        await world.PostAsync("hr", Hired);

        (await ListAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deal_that_only_events_tell_of_starts_one_list_when_it_is_won()
    {
        await world.SampleAsync("hubspot-deal-creation");
        (await StartAsync()).ShouldBeEmpty();
        await world.SampleAsync("hubspot-deal-changes");

        (await StartAsync()).ShouldHaveSingleItem().Kind.ShouldBe("checklist-client-onboarding");
        (await StartAsync()).ShouldBeEmpty();
        (await ListAsync()).Count.ShouldBe(1);
    }

    private async Task<IReadOnlyList<Checklist>> ListAsync() => await new ChecklistStore(world.State, world.Time).ListAsync(EffectWorld.Lumen);

    // What the look at the KPIs does that a webhook asks for.
    private async Task<IReadOnlyList<Checklist>> StartAsync()
    {
        var day = new LocalDate(2026, 1, 6);
        var standing = await new StandingReader(world.Blobs, world.State, world.Time).ReadAsync(await world.EngagementAsync(), day, day);
        return await new ChecklistStarter(world.Blobs, world.State, world.Time).StartDueAsync(standing);
    }
}
