using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Events;
using OpsAutomation.Facts;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>Deliveries as JSON: <c>in</c> and <c>out</c>, the newest first; <c>awaiting</c> the records that only the next export can tell.</summary>
internal static class WebhookDeliveryJson
{
    /// <summary>Writes the object.</summary>
    public static void Write(
        Utf8JsonWriter json, IEnumerable<WebhookDelivery> received, IEnumerable<(EventDelivery Delivery, OutgoingEvent Event)> sent,
        IEnumerable<(FactType Type, int Records)> awaited, Language language)
    {
        json.WriteStartObject();
        json.WriteStartArray("in");
        foreach (var one in received)
            Write(json, one, language);
        json.WriteEndArray();
        json.WriteStartArray("out");
        foreach (var (delivery, happening) in sent)
            Write(json, delivery, happening);
        json.WriteEndArray();
        json.WriteStartArray("awaiting");
        foreach (var (type, records) in awaited)
        {
            json.WriteStartObject();
            json.WriteString("fact", type.ToString());
            json.WriteNumber("records", records);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WebhookDelivery one, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", one.Id);
        json.WriteString("source", one.Source);
        json.WriteString("senderId", one.SenderId);
        json.WriteString("received", Iso(one.Received));
        json.WriteNumber("bytes", one.Length);
        Texts(json, "types", one.Types);
        json.WriteString("outcome", one.Outcome.ToString().ToLowerInvariant());
        json.WriteNumber("unknown", one.Unknown);
        Texts(json, "effects", one.Effects);
        json.WriteString("reason", one.Reason?.In(language));
        json.WriteString("settled", one.Settled is { } at ? Iso(at) : null);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, EventDelivery delivery, OutgoingEvent happening)
    {
        json.WriteStartObject();
        json.WriteString("id", happening.Id);
        json.WriteString("endpoint", delivery.Endpoint);
        json.WriteString("type", happening.Type);
        json.WriteString("subject", happening.Subject);
        json.WriteString("occurred", Iso(happening.Occurred));
        json.WriteString("outcome", delivery.State.ToString().ToLowerInvariant());
        json.WriteNumber("attempts", delivery.Attempts);
        json.WriteString("last", Iso(delivery.Last));
        if (delivery.Status is { } status)
            json.WriteNumber("status", status);
        else
            json.WriteNull("status");
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Iso(Instant moment) => InstantPattern.ExtendedIso.Format(moment);
}
