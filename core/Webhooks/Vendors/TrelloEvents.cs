using System.Globalization;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Exports.Reading.Json;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>Trello: an action on a board; of a card it carries what changed, and the list before and after.</summary>
internal static class TrelloEvents
{
    private const string Profile = "trello.board";

    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var action = EventJson.Find(root, "action") ?? default;
        var type = EventJson.Text(action, "type");
        var at = context.Moment(EventJson.Moment(action, "date"));
        var card = EventJson.Find(action, "data", "card") ?? default;
        var name = EventJson.Text(card, "name");
        var happening = context.Event(type, at, name is null ? type : name, root) with { Id = EventJson.Text(action, "id") };
        if (context.Change(Profile, EventJson.Text(card, "id"), at) is not { } change)
            return happening with { IsKnown = false };
        var data = EventJson.Find(action, "data") ?? default;
        var isDone = Tell(change, type ?? "", data, card, context);
        if (isDone is null)
            return happening with { IsKnown = false };
        if (CreatedOf(EventJson.Text(card, "id")!) is { } created)
            change.Set(TaskFields.Created, context.Time(created));
        return happening with { Changes = [change], Also = isDone == true ? CardDone.Type : null };
    }

    // Whether the card is done by it; null where the action is of no use.
    private static bool? Tell(RecordChange change, string type, JsonElement data, JsonElement card, VendorContext context)
    {
        if (EventJson.Text(card, "name") is { } name)
            change.Set(TaskFields.Name, name);
        switch (type)
        {
            case "createCard" or "copyCard" or "convertToCardFromCheckItem" or "emailCard" or "moveCardToBoard":
                change.Mark(RecordState.Deleted, holds: false).Mark(RecordState.Archived, holds: false).Await();
                return Move(change, data, "list", context);
            case "deleteCard":
                change.Mark(RecordState.Deleted);
                return false;
            case "moveCardFromBoard":
                change.Mark(RecordState.Archived);
                return false;
            case "updateCard":
                return Update(change, data, card, context);
            default:
                return null;
        }
    }

    private static bool Update(RecordChange change, JsonElement data, JsonElement card, VendorContext context)
    {
        var old = EventJson.Find(data, "old") ?? default;
        var isDone = false;
        if (EventJson.Find(data, "listAfter") is not null)
            isDone = Move(change, data, "listAfter", context);
        foreach (var (field, name) in new[] { (TaskFields.Due, "due"), (TaskFields.Start, "start") })
        {
            if (IsIn(old, name))
                change.Set(field, context.Time(EventJson.Moment(card, name)));
        }

        if (IsIn(old, "closed") && EventJson.Flag(card, "closed") is { } archived)
            change.Mark(RecordState.Archived, archived);
        if (IsIn(old, "dueComplete") && EventJson.Flag(card, "dueComplete") is { } complete)
            isDone |= Finish(change, complete || IsDone(EventJson.Text(data, "list", "name"), context));
        return isDone;
    }

    private static bool Move(RecordChange change, JsonElement data, string place, VendorContext context)
    {
        if (EventJson.Text(data, place, "name") is not { } list)
            return false;
        change.Set(TaskFields.List, list).Set(TaskFields.Stage, list);
        return Finish(change, IsDone(list, context) || EventJson.Flag(data, "card", "dueComplete") == true);
    }

    private static bool Finish(RecordChange change, bool isDone)
    {
        change.Set(TaskFields.Status, isDone ? "done" : "open").Set(TaskFields.Completed, isDone ? change.Time : null);
        return isDone;
    }

    private static bool IsDone(string? list, VendorContext context) =>
        list is not null && (context.Meaning(Profile, "task", list) is { } meaning ? meaning == "done" : TrelloHistory.IsDone(list));

    // What an action changed stands among the old values, even where the old one was nothing.
    private static bool IsIn(JsonElement old, string name) => old.ValueKind == JsonValueKind.Object && old.TryGetProperty(name, out _);

    // The first eight hex digits of an id are the second in which the card was made.
    private static Instant? CreatedOf(string id) =>
        id.Length == 24 && uint.TryParse(id.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var seconds) ? Instant.FromUnixTimeSeconds(seconds) : null;
}
