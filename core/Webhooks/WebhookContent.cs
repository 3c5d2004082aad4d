using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks.Vendors;

namespace OpsAutomation.Webhooks;

/// <summary>The events of a stored body: in the vendor's shape where the source has one, else any object with a type.</summary>
internal static class WebhookContent
{

    /// <summary>Reads a body; null where it is no JSON object or array of objects, or holds more than a thousand events.</summary>
    /// <param name="root">The document.</param>
    /// <param name="engagement">Whose it is.</param>
    /// <param name="settings">The source.</param>
    /// <param name="delivery">The delivery.</param>
    public static IReadOnlyList<VendorEvent>? Read(JsonElement root, Engagement engagement, WebhookSettings settings, WebhookDelivery delivery)
    {
        if (!VendorEvents.Has(settings.Scheme))
        {
            return GenericEvent.Read(root, settings, engagement.Zone, delivery.Received) is { } happenings
                ? [.. happenings.Select(happening => new VendorEvent(happening, delivery.Received) { Id = IdOf(happening, root, settings), IsKnown = settings.Knows(happening.Type) })]
                : null;
        }

        var items = WebhookEventIds.EventsOf(settings.Scheme, root);
        if (items.Count is 0 or > GenericEvent.MostEvents || items.Any(item => item.ValueKind != JsonValueKind.Object))
            return null;
        var context = new VendorContext(engagement, settings, delivery.Received, delivery.EventName);
        return [.. items.Select(item => VendorEvents.Read(settings.Scheme, item, context)).Select(one => one with { IsKnown = one.IsKnown || settings.Knows(one.Happening.Type) })];
    }

    // The id of a single event is the delivery's; of several each has its own at the same place.
    private static string? IdOf(GenericEvent happening, JsonElement root, WebhookSettings settings) =>
        root.ValueKind == JsonValueKind.Array && settings.Id?.Find(happening.Root) is { } id ? WebhookBody.Text(id) : null;

    /// <summary>The JSON of a body; of a form that of its field <c>payload</c>, as Slack's interactions have. Null where there is none.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body, WebhookDelivery delivery)
    {
        if (delivery.ContentType is null)
            return WebhookBody.Parse(body);
        return WebhookForm.Find(body, "payload") is { } payload ? WebhookBody.Parse(Encoding.UTF8.GetBytes(payload)) : null;
    }
}
