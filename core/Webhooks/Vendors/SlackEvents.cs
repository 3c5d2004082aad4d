using System.Text.Json;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>Slack's own events and interactions: kept by their type, for criteria; what people wrote is not shown.</summary>
internal static class SlackEvents
{
    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var type = EventJson.Text(root, "event", "type") ?? EventJson.Text(root, "type");
        var at = context.Moment(EventJson.Moment(root, "event_time"));
        return context.Event(type, at, type, root) with { Id = EventJson.Text(root, "event_id") };
    }
}
