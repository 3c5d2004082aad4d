using System.Text.Json;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>Notion: the id of what changed and nothing of it. No export of Notion holds those ids, so that there is no record to await: kept for criteria and the logbook.</summary>
internal static class NotionEvents
{
    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var type = EventJson.Text(root, "type");
        var at = context.Moment(EventJson.Moment(root, "timestamp"));
        return context.Event(type, at, $"{type} {EventJson.Text(root, "entity", "id")}".Trim(), root) with { Id = EventJson.Text(root, "id") };
    }
}
