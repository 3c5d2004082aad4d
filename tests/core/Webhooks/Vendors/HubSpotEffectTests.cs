using OpsAutomation.Digests;
using OpsAutomation.Facts;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

public sealed class HubSpotEffectTests
{
    private const string Export = """
        Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Last Modified Date
        9001234501,Hôtel Azur,Contract sent,Sales,18000,2026-01-30,2025-12-01 09:00,2026-01-04 18:00
        9001234599,Maison Perle,Closed Won,Sales,5000,2026-01-05,2025-12-02 09:00,2026-01-05 08:00

        """;

    private readonly EffectWorld world = new("    stages: {won: [\"20444001\"], lost: [\"20444002\"]}\n");

    [Fact]
    public async Task A_deal_that_was_won_after_the_export_is_in_the_weeks_figures_and_says_where_it_is_from()
    {
        await world.ImportAsync(Export);
        (await world.WeekAsync("sales.won-amount")).ShouldBe(5_000m);

        var delivery = await world.SampleAsync("hubspot-deal-changes");

        (delivery.Outcome, string.Join(' ', delivery.Effects)).ShouldBe((WebhookOutcome.Applied, "deal 9001234501"));
        (await world.WeekAsync("sales.won-amount")).ShouldBe(27_000m);
        var kpi = await world.KpiAsync("sales.won-amount", new(2026, 1, 5), new(2026, 1, 11));
        kpi.Sources.Select(source => (source.File, source.Rows)).ShouldBe([("hubspot-deals.csv", 2), ("webhook hubspot", 1)]);
        kpi.Warnings.ShouldBeEmpty();
        var deal = await world.FactAsync(FactType.Deal, "9001234501");
        deal.FindText(DealFields.Name).ShouldBe("Hôtel Azur");
        deal.FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new(2026, 1, 5));
    }

    [Fact]
    public async Task A_newer_export_wins_over_events_and_events_older_than_the_export_change_nothing()
    {
        await world.ImportAsync(Export);
        await world.SampleAsync("hubspot-deal-changes");
        await world.ImportAsync(Export.Replace("Contract sent,Sales,18000,2026-01-30", "Closed Won,Sales,21000,2026-01-06").Replace("2026-01-04 18:00", "2026-01-05 15:00"));
        (await world.WeekAsync("sales.won-amount")).ShouldBe(26_000m);

        await world.SampleAsync("hubspot-deal-changes", body => body.Replace("\"eventId\": 31815268", "\"eventId\": 41815268").Replace("22000", "1"));
        (await world.WeekAsync("sales.won-amount")).ShouldBe(26_000m);
    }

    [Fact]
    public async Task The_newer_form_of_events_names_the_object_by_its_type()
    {
        await world.ImportAsync(Export);
        await world.SampleAsync("hubspot-deal-changes");
        await world.SampleAsync("hubspot-object-change");
        (await world.FactAsync(FactType.Deal, "9001234501")).FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new(2026, 1, 8));
    }

    [Fact]
    public async Task A_created_deal_counts_as_open_and_its_fields_are_awaited()
    {
        await world.ImportAsync(Export);
        await world.SampleAsync("hubspot-deal-creation");
        (await world.WeekAsync("sales.created-count")).ShouldBe(1m);
        var kpi = await world.KpiAsync("sales.created-count", new(2026, 1, 5), new(2026, 1, 11));
        kpi.Warnings.ShouldHaveSingleItem().En.ShouldContain("next export");
    }

    [Theory]
    [InlineData("20444001", "won", 0)]
    [InlineData("20444002", "lost", 0)]
    [InlineData("qualifiedtobuy", "open", 0)]
    [InlineData("99999999", "open", 1)]
    public async Task A_portals_own_stages_mean_what_the_file_says_else_they_are_awaited(string stage, string status, int awaited)
    {
        await world.ImportAsync(Export);
        await world.SampleAsync("hubspot-deal-changes", body => body.Replace("closedwon", stage));
        (await world.FactAsync(FactType.Deal, "9001234501")).FindText(DealFields.Status).ShouldBe(status);
        (await new FactStore(world.Blobs, world.State).OpenAsync(EffectWorld.Lumen)).CountAwaited(FactType.Deal).ShouldBe(awaited);
    }

    [Fact]
    public async Task Deleted_restored_and_merged_deals_are_told_apart()
    {
        await world.ImportAsync(Export);
        await PostAsync("""{"subscriptionType":"deal.deletion","objectId":9001234599,"eventId":1,"occurredAt":1767610000000}""");
        (await world.FactAsync(FactType.Deal, "9001234599")).State.ShouldBe(RecordState.Deleted);
        await PostAsync("""{"subscriptionType":"deal.restore","objectId":9001234599,"eventId":2,"occurredAt":1767611000000}""");
        (await world.FactAsync(FactType.Deal, "9001234599")).State.ShouldBe(RecordState.None);
        await PostAsync("""{"subscriptionType":"deal.merge","primaryObjectId":9001234501,"mergedObjectIds":[9001234599],"newObjectId":9001234501,"eventId":3,"occurredAt":1767612000000}""");
        (await world.FactAsync(FactType.Deal, "9001234599")).State.ShouldBe(RecordState.Merged);
        (await world.FactAsync(FactType.Deal, "9001234501")).State.ShouldBe(RecordState.None);
    }

    [Fact]
    public async Task The_same_events_in_other_company_have_no_second_effect()
    {
        await world.ImportAsync(Export);
        await world.SampleAsync("hubspot-deal-changes");
        var before = await world.DescribeAsync(FactType.Deal);
        var again = await world.SampleAsync("hubspot-deal-changes", body => body[..body.IndexOf("  },", StringComparison.Ordinal)] + "  }]");
        again.Outcome.ShouldBe(WebhookOutcome.Repeated);
        (await world.DescribeAsync(FactType.Deal)).ShouldBe(before);
    }

    [Fact]
    public async Task A_source_of_events_does_not_grow_old_and_does_not_stand_for_the_export_that_is_expected()
    {
        world.Registry[EffectWorld.Lumen] = EffectWorld.Yaml("", "") + "\nsources: [{id: hubspot, name: HubSpot, profile: hubspot.deals}]\n";
        await world.SampleAsync("hubspot-deal-changes");

        var facts = await new FactStore(world.Blobs, world.State).OpenAsync(EffectWorld.Lumen);
        var sources = DigestSources.Of(await world.EngagementAsync(), facts.Imports);
        sources.Select(source => (source.Name, source.Taken, source.IsStale(new(2026, 6, 1)))).ShouldBe([("HubSpot", null, true), ("webhook hubspot", new(2026, 1, 5), false)]);
    }

    [Fact]
    public async Task An_unknown_type_is_kept_and_counted()
    {
        var delivery = await PostAsync("""{"subscriptionType":"line_item.creation","objectId":5,"eventId":9,"occurredAt":1767610000000}""");
        (delivery.Outcome, delivery.Unknown, delivery.Types.Single()).ShouldBe((WebhookOutcome.Kept, 1, "line_item.creation"));
    }

    private Task<WebhookDelivery> PostAsync(string one) => world.PostAsync("hubspot", $"[{one}]");
}
