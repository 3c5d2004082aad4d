using System.Text.Json;
using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>ClickUp: the task's id, and what changed of it as items of its history; other fields are awaited from the next export.</summary>
internal static class ClickUpEvents
{
    private const string Profile = "clickup.tasks";

    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var type = EventJson.Text(root, "event");
        var items = EventJson.Items(root, "history_items").Take(100).ToList();
        var at = context.Moment(items.Select(item => EventJson.Moment(item, "date")).FirstOrDefault(moment => moment is not null));
        var id = EventJson.Text(root, "task_id");
        var happening = context.Event(type, at, $"{type} {id}".Trim(), root) with { Id = IdOf(root, items) };
        if (type?.StartsWith("task", StringComparison.Ordinal) != true || context.Change(Profile, id, at) is not { } change)
            return happening with { IsKnown = false };
        var isDone = Tell(change, type, items, context);
        return happening with { Changes = change.Values.Count > 0 ? [change] : [], Also = isDone ? CardDone.Type : null };
    }

    private static bool Tell(RecordChange change, string type, IReadOnlyList<JsonElement> items, VendorContext context)
    {
        switch (type)
        {
            case "taskDeleted":
                change.Mark(RecordState.Deleted);
                return false;
            case "taskCreated":
                change.Set(TaskFields.Created, change.Time).Await();
                break;
            case "taskUpdated" or "taskStatusUpdated" or "taskDueDateUpdated" or "taskTimeEstimateUpdated" or "taskTimeTrackedUpdated" or "taskMoved" when items.Count == 0:
                change.Await();
                break;
        }

        var isDone = false;
        foreach (var item in items)
            isDone |= Tell(change, item, context);
        return isDone;
    }

    private static bool Tell(RecordChange change, JsonElement item, VendorContext context)
    {
        switch (EventJson.Text(item, "field"))
        {
            case "status":
                return Status(change, item, context);
            case "due_date":
                change.Set(TaskFields.Due, context.Time(EventJson.Moment(item, "after")));
                return false;
            case "start_date":
                change.Set(TaskFields.Start, context.Time(EventJson.Moment(item, "after")));
                return false;
            case "name":
                change.Set(TaskFields.Name, EventJson.Text(item, "after"));
                return false;
            case "priority":
                change.Set(TaskFields.Priority, EventJson.Text(item, "after", "priority"));
                return false;
            case "time_estimate":
                change.Set(TaskFields.EstimatedHours, Hours(EventJson.Text(item, "after")));
                return false;
            case "section_moved" or "list_moved":
                change.Set(TaskFields.List, EventJson.Text(item, "after", "name"));
                return false;
            case "archived":
                change.Mark(RecordState.Archived, EventJson.Text(item, "after") is "true" or "1");
                return false;
            default:
                return false;
        }
    }

    private static bool Status(RecordChange change, JsonElement item, VendorContext context)
    {
        var status = EventJson.Text(item, "after", "status") ?? EventJson.Text(item, "after");
        var kind = EventJson.Text(item, "after", "type") ?? EventJson.Text(item, "data", "status_type");
        var isDone = kind is "done" or "closed" || (kind is null && context.Meaning(Profile, "task", status) == "done");
        if (status is null && kind is null)
        {
            change.Await(TaskFields.Status);
            return false;
        }

        change.Set(TaskFields.Status, isDone ? "done" : "open").Set(TaskFields.Completed, isDone ? change.Time : null);
        if (status is not null)
            change.Set(TaskFields.Stage, status);
        return isDone;
    }

    private static decimal? Hours(string? milliseconds) =>
        VendorContext.Number(milliseconds) is { } number && Math.Abs(number) < 1_000_000_000_000_000m ? number / 3_600_000m : null;

    private static string? IdOf(JsonElement root, List<JsonElement> items)
    {
        var ids = items.Select(item => EventJson.Text(item, "id")).OfType<string>().ToList();
        return ids.Count == 0 ? null : $"{EventJson.Text(root, "webhook_id")}/{EventJson.Text(root, "event")}/{string.Join('+', ids)}";
    }
}
