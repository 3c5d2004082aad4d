using System.Text.Json;
using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>Intercom: a topic and the conversation as it was then. Who wrote it, and what, is nobody's business here.</summary>
internal static class IntercomEvents
{
    private const string Profile = "intercom.conversations";

    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var topic = EventJson.Text(root, "topic");
        var item = EventJson.Find(root, "data", "item") ?? default;
        // A notification may go out later than what it tells of.
        var at = context.Moment(EventJson.Moment(item, "updated_at") ?? EventJson.Moment(root, "created_at"));
        var id = EventJson.Text(item, "conversation_id") ?? EventJson.Text(item, "id");
        var happening = context.Event(topic, at, $"{topic} {id}".Trim(), root) with { Id = EventJson.Text(root, "id") };
        if (topic == "ping")
            return happening;
        if (topic?.StartsWith("conversation", StringComparison.Ordinal) != true || context.Change(Profile, id, at) is not { } change)
            return happening with { IsKnown = false };
        if (topic == "conversation.deleted")
            change.Mark(RecordState.Deleted);
        else if (EventJson.Text(item, "type") == "conversation")
            Tell(change, item, topic, context);
        else
            change.Await();
        return happening with { Changes = [change] };
    }

    private static void Tell(RecordChange change, JsonElement item, string topic, VendorContext context)
    {
        var state = EventJson.Text(item, "state") ?? (topic == "conversation.admin.closed" ? "closed" : EventJson.Flag(item, "open") == true ? "open" : null);
        if (context.Meaning(Profile, "ticket", state) is { } meaning)
        {
            change.Set(TicketFields.Status, meaning).Set(TicketFields.Stage, state);
            if (meaning == "closed")
                change.Set(TicketFields.Closed, Time("statistics", "last_close_at") ?? change.Time);
        }
        else
        {
            change.Await(TicketFields.Status);
        }

        if (Time("created_at") is { } created)
            change.Set(TicketFields.Created, created);
        if (Time("statistics", "first_admin_reply_at") is { } first)
            change.Set(TicketFields.FirstResponse, first);
        if (VendorContext.Number(EventJson.Text(item, "statistics", "time_to_admin_reply")) is { } reply)
            change.Set(TicketFields.FirstResponseHours, Hours(reply));
        if (VendorContext.Number(EventJson.Text(item, "statistics", "time_to_last_close")) is { } close && close is >= 0m and < 10_000_000_000m)
            change.Set(TicketFields.ResolutionHours, Hours(close));
        if (VendorContext.Number(EventJson.Text(item, "statistics", "count_reopens")) is { } reopens)
            change.Set(TicketFields.Reopened, reopens > 0m);
        if (EventJson.Text(item, "priority") is { } priority)
            change.Set(TicketFields.Priority, priority);
        if (EventJson.Items(item, "tags", "tags").Select(tag => EventJson.Text(tag, "name")).FirstOrDefault(name => name is not null) is { } tag)
            change.Set(TicketFields.Issue, tag);
        change.Complete();

        FactTime? Time(params ReadOnlySpan<string> names) => context.Time(EventJson.Moment(item, names));
    }

    private static decimal Hours(decimal seconds) => Math.Abs(seconds) < 10_000_000_000m ? seconds / 3600m : 0m;
}
