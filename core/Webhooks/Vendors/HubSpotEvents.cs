using System.Text.Json;
using NodaTime;
using OpsAutomation.Facts;
using OpsAutomation.Facts.Changes;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>
/// HubSpot: objects that were created, changed in one property, deleted, restored or merged; the older subscriptions name the object in their
/// type (<c>deal.propertyChange</c>), the newer ones in <c>objectTypeId</c>.
/// </summary>
internal static class HubSpotEvents
{
    private static readonly Dictionary<string, string> Profiles = new(StringComparer.OrdinalIgnoreCase)
    {
        ["deal"] = "hubspot.deals",
        ["contact"] = "hubspot.contacts",
        ["company"] = "hubspot.companies",
        ["ticket"] = "hubspot.api-tickets",
    };

    private static readonly Dictionary<string, string> ObjectTypes = new(StringComparer.Ordinal)
    {
        ["0-1"] = "contact",
        ["0-2"] = "company",
        ["0-3"] = "deal",
        ["0-5"] = "ticket",
    };

    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var type = EventJson.Text(root, "subscriptionType") ?? "";
        var at = context.Moment(EventJson.Moment(root, "occurredAt"));
        var dot = type.IndexOf('.', StringComparison.Ordinal);
        var (kind, what) = dot < 0 ? ("", type) : (type[..dot], type[(dot + 1)..]);
        if (EventJson.Text(root, "objectTypeId") is { } objectType && ObjectTypes.TryGetValue(objectType, out var named))
            kind = named;
        var id = EventJson.Text(root, "objectId");
        var property = EventJson.Text(root, "propertyName");
        var happening = context.Event(type, at, property is null ? $"{type} {id}" : $"{type} {id}: {property}", root) with { Id = IdOf(root) };
        if (!Profiles.TryGetValue(kind, out var profile))
            return happening with { IsKnown = false };
        if (what == "merge")
            return happening with { Changes = [.. Merged(root, profile, at, context)] };
        if (context.Change(profile, id, at) is not { } change)
            return happening with { IsKnown = false };
        return Tell(change, kind, what, property, EventJson.Text(root, "propertyValue"), context)
            ? happening with { Changes = change.Values.Count > 0 ? [change] : [] }
            : happening with { IsKnown = false };
    }

    private static bool Tell(RecordChange change, string kind, string what, string? property, string? value, VendorContext context)
    {
        switch (what)
        {
            case "creation":
                change.Set(CreatedOf(change.Type), change.Time).Await();
                return true;
            case "deletion" or "privacyDeletion":
                change.Mark(RecordState.Deleted);
                return true;
            case "restore":
                change.Mark(RecordState.Deleted, holds: false).Await();
                return true;
            case "propertyChange":
                HubSpotProperties.Tell(change, kind, property ?? "", value, context);
                return true;
            default:
                return what == "associationChange";
        }
    }

    // Newer portals make a record of its own of both.
    private static IEnumerable<RecordChange> Merged(JsonElement root, string profile, Instant at, VendorContext context)
    {
        var kept = EventJson.Text(root, "newObjectId") ?? EventJson.Text(root, "primaryObjectId") ?? EventJson.Text(root, "objectId");
        var ids = EventJson.Items(root, "mergedObjectIds").Take(100).Select(WebhookBody.Text).Append(EventJson.Text(root, "primaryObjectId"));
        foreach (var id in ids.Where(id => id is not null && id != kept).Distinct(StringComparer.Ordinal))
        {
            if (context.Change(profile, id, at) is { } change)
                yield return change.Mark(RecordState.Merged);
        }

        if (context.Change(profile, kept, at) is { } whole)
            yield return whole.Await();
    }

    private static FactField CreatedOf(FactType type) => FactSchema.Of(type).Find("created")!;

    // HubSpot does not promise that its own id is unique.
    private static string? IdOf(JsonElement root) => EventJson.Text(root, "eventId") is { } id
        ? string.Join('/', id, EventJson.Text(root, "subscriptionId"), EventJson.Text(root, "occurredAt"), EventJson.Text(root, "objectId"), EventJson.Text(root, "propertyName"))
        : null;
}
