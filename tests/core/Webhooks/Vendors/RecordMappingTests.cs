using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

public sealed class RecordMappingTests
{
    private const string Source = """
          - source: pipedrive
            scheme: token
            id: $.event
            events:
              - on: updated.deal
                record: {as: pipedrive.deals, id: $.current.id, at: $.meta.timestamp, fields: {status: $.current.status, amount: $.current.value, closed: $.current.close_time, lossReason: $.current.lost_reason}}

        """;

    private const string Export = """
        Deal - ID,Deal - Title,Deal - Value,Deal - Currency,Deal - Status,Deal - Deal created,Deal - Lost reason
        7,Hôtel Azur,900,EUR,Open,2025-12-01 09:00:00,none yet

        """;

    private readonly EffectWorld world = new(Source);

    [Fact]
    public async Task A_tool_without_a_shape_of_its_own_changes_the_records_of_its_exports()
    {
        await world.ImportAsync(Export, "pipedrive.csv", new(2026, 1, 4));

        var delivery = await PostAsync("""{"status":"won","value":1250.5,"close_time":"2026-01-05","lost_reason":null}""");

        (delivery.Outcome, string.Join(' ', delivery.Effects)).ShouldBe((WebhookOutcome.Applied, "deal 7"));
        (await world.WeekAsync("sales.won-amount")).ShouldBe(1_250.5m);
        (await world.FactAsync(FactType.Deal, "7")).Has(DealFields.LossReason).ShouldBeFalse();
    }

    [Fact]
    public async Task A_value_that_is_no_number_is_refused_and_a_status_that_nobody_knows_awaited()
    {
        (await PostAsync("""{"status":"won","value":"12,5"}""")).Outcome.ShouldBe(WebhookOutcome.Refused);
        (await PostAsync("""{"status":"limbo"}""")).Outcome.ShouldBe(WebhookOutcome.Applied);
        (await new FactStore(world.Blobs, world.State).OpenAsync(EffectWorld.Lumen)).CountAwaited(FactType.Deal).ShouldBe(1);
    }

    [Fact]
    public async Task Each_event_of_a_list_counts_once_by_its_own_id()
    {
        const string One = """{"type":"note","event":"e1"}""";
        (await world.PostAsync("pipedrive", $$"""[{{One}},{"type":"note","event":"e2"}]""")).Outcome.ShouldBe(WebhookOutcome.Kept);
        (await world.PostAsync("pipedrive", $"[{One}]")).Outcome.ShouldBe(WebhookOutcome.Repeated);
    }

    [Fact]
    public void The_file_names_profiles_and_fields_that_there_are()
    {
        var yaml = EffectWorld.Yaml(Source, "").Replace("pipedrive.deals", "pipedrive.dreams");
        Should.Throw<OpsException>(() => EngagementReader.Read(new("lumen.yaml", yaml))).Text.En.ShouldContain("hubspot.deals");
        yaml = EffectWorld.Yaml(Source, "").Replace("lossReason:", "lostReason:");
        Should.Throw<OpsException>(() => EngagementReader.Read(new("lumen.yaml", yaml))).Text.En.ShouldContain("lossReason");
    }

    private Task<WebhookDelivery> PostAsync(string current) => world.PostAsync(
        "pipedrive", $$"""{"type":"updated.deal","meta":{"timestamp":1767603600},"current":{{current.Replace("{", "{\"id\":7,", StringComparison.Ordinal)}}}""");
}
