using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;
using OpsAutomation.Webhooks.Vendors;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

public sealed class HostileEventTests
{
    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e308", "1e-400", "99999999999999999999999999999999", "9223372036854775807", "253402300800000", "0.1", "\"\"", "\" \"", "\"\\u0000\\u202e\"",
        "\"\\ud800\"", "\"=cmd|' /C calc'!A0\"", "\"<script>\"", "\"../../etc\"", "\"9999-12-31T23:59:59Z\"", "\"9999-12-31T23:59:59-18:00\"", "\"-9998-01-01T00:00:00+18:00\"", "\"-0001-01-01\"", "\"2026-02-30\"", "\"NaN\"", "[]", "{}", "[[[]]]", "[null]",
        "{\"id\":{\"id\":[]}}", "\"closedwon\"", "1767600000000", "\"1767600000\"",
    ];

    public static TheoryData<WebhookScheme> Schemes => [.. Enum.GetValues<WebhookScheme>().Where(VendorEvents.Has)];

    [Theory]
    [MemberData(nameof(Schemes))]
    public async Task Nothing_that_a_vendor_could_send_throws_or_makes_a_fact_that_cannot_be_read(WebhookScheme scheme)
    {
        var engagement = await new EffectWorld().EngagementAsync();
        var context = new VendorContext(engagement, new WebhookSettings { Source = "any", Scheme = scheme }, Instant.FromUtc(2026, 1, 5, 12, 0));
        var samples = WebhookSamples.Of(scheme).Where(sample => sample.ContentType == "application/json").Select(sample => sample.Text).ToList();
        var random = new Random(7_301 + (int)scheme);
        for (var number = 0; number < 1_500; number++)
        {
            var body = Altered(samples[random.Next(samples.Count)], random);
            using var document = JsonDocument.Parse(body);
            foreach (var item in WebhookEventIds.EventsOf(scheme, document.RootElement).Where(item => item.ValueKind == JsonValueKind.Object))
            {
                var happening = VendorEvents.Read(scheme, item, context);
                foreach (var change in happening.Changes)
                    Read(change);
            }
        }
    }

    [Fact]
    public async Task A_body_of_a_mebibyte_of_one_text_leaves_no_more_than_a_line()
    {
        var world = new EffectWorld();
        var delivery = await world.SampleAsync("trello-card-moved", body => body.Replace("J30-3 Procédure", new string('x', 450_000), StringComparison.Ordinal));
        delivery.Outcome.ShouldBe(WebhookOutcome.Applied);
        (await world.FactsAsync(FactType.Task)).Single().FindText(TaskFields.Name)!.Length.ShouldBe(500);
    }

    // What a change is kept as, read again and laid over an empty record.
    private static void Read(RecordChange change)
    {
        var told = new ChangedRecord(change.Type, change.Namespace, change.Id);
        foreach (var (name, (text, isKnown)) in change.Values)
            told.Add(name, new(change.At.ToUnixTimeMilliseconds(), change.OffsetMinutes, text, isKnown, "any", "any/1"));
        var again = ChangedRecordJson.Read(ChangedRecordJson.Write(told));
        again.All.Count().ShouldBe(told.All.Count());
        var record = new FactRecord(FactSchema.Of(change.Type));
        if (!new RecordUpdate(change.Type).Create(record, again, long.MinValue))
            return;
        foreach (var field in record.Schema.Fields.Where(record.Has))
            FieldText.Of(record, field).ShouldNotBeNull();
        Encoding.UTF8.GetByteCount(ChangedRecordJson.Write(told)).ShouldBeLessThan(64 * 1024);
    }

    private static string Altered(string sample, Random random)
    {
        var root = JsonNode.Parse(sample)!;
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var places = Places(root).ToList();
            if (places.Count == 0)
                break;
            var (parent, key) = places[random.Next(places.Count)];
            var value = JsonValue.Create($"@{random.Next(Values.Length)}@");
            if (parent is JsonObject map && random.Next(5) == 0)
                map.Remove((string)key);
            else if (parent is JsonObject named)
                named[(string)key] = value;
            else
                ((JsonArray)parent)[(int)key] = value;
        }

        // Put in as text: a node would refuse to write half a character.
        var text = root.ToJsonString();
        for (var place = 0; place < Values.Length; place++)
            text = text.Replace($"\"@{place}@\"", Values[place], StringComparison.Ordinal);
        return text;
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode? node)
    {
        if (node is JsonObject map)
        {
            foreach (var (name, value) in map.ToList())
            {
                yield return (map, name);
                foreach (var place in Places(value))
                    yield return place;
            }
        }
        else if (node is JsonArray list)
        {
            for (var index = 0; index < list.Count; index++)
            {
                yield return (list, index);
                foreach (var place in Places(list[index]))
                    yield return place;
            }
        }
    }
}
