using System.Text.Json;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Webhooks.Vendors;

namespace OpsAutomation.Webhooks;

/// <summary>Reads what an event says of a record, by the paths of the engagement's file.</summary>
internal static class RecordMapping
{
    private static readonly Dictionary<FactType, string> Words = new()
    {
        [FactType.Deal] = "deal",
        [FactType.Ticket] = "ticket",
        [FactType.Task] = "task",
        [FactType.Sale] = "sale",
        [FactType.Payment] = "payment",
        [FactType.Subscription] = "subscription",
    };

    /// <summary>What an event says. A value that is not there is not told of; one that is null empties its field.</summary>
    /// <exception cref="OpsException">Refused: the id, the moment or a value is not what the mapping says.</exception>
    public static RecordChange Read(WebhookRecord record, JsonElement root, VendorContext context)
    {
        var at = record.At is { } path ? EventJson.Moment(Text(path, root)) ?? throw UnfitEvent.NoMoment(path) : context.Received;
        var change = context.Change(record.Profile, Text(record.Id, root), context.Moment(at)) ?? throw UnfitEvent.NoId(record.Id);
        foreach (var (name, place) in record.Fields)
        {
            if (place.Has(root))
                Tell(change, FactSchema.Of(change.Type).Find(name)!, Text(place, root), place, record.Profile, context);
        }

        return change;
    }

    private static void Tell(RecordChange change, FactField field, string? text, JsonPath path, string profile, VendorContext context)
    {
        var isTold = text is not null;
        switch (field.Kind)
        {
            case FieldKind.Number:
                change.Set(field, isTold ? VendorContext.Number(text) ?? throw UnfitEvent.NoNumber(path) : null);
                break;
            case FieldKind.Time:
                change.Set(field, isTold ? TimeOf(text!, context) ?? throw UnfitEvent.NoDate(path) : null);
                break;
            case FieldKind.Flag:
                change.Set(field, isTold ? text is "true" or "1" : null);
                break;
            case FieldKind.Text when field.Name == "status" && Words.TryGetValue(change.Type, out var list):
                if (context.Meaning(profile, list, text) is { } meaning)
                    change.Set(field, meaning);
                else
                    change.Await(field);
                break;
            default:
                change.Set(field, text is null ? null : CleanText.OneLine(text));
                break;
        }
    }

    // A day stays one: it never shifts between zones.
    private static FactTime? TimeOf(string text, VendorContext context) =>
        NodaTime.Text.LocalDatePattern.Iso.Parse(text.Trim()) is { Success: true } day ? FactTime.Day(day.Value) : context.Time(EventJson.Moment(text));

    private static string? Text(JsonPath path, JsonElement root) => path.Find(root) is { } value && WebhookBody.Text(value) is { Length: > 0 } text ? text : null;
}
