using System.Text.Json;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>GitHub: kept for criteria and the logbook; its name is in a header, its action in the body: <c>issues.closed</c>.</summary>
internal static class GitHubEvents
{
    private static readonly string[] Titled = ["issue", "pull_request", "release", "discussion", "milestone"];

    /// <summary>Reads an event.</summary>
    public static VendorEvent Read(JsonElement root, VendorContext context)
    {
        var name = context.Name ?? (EventJson.Text(root, "zen") is null ? null : GenericEvent.Ping);
        var type = EventJson.Text(root, "action") is { } action ? name is null ? action : $"{name}.{action}" : name;
        var title = Titled.Select(part => EventJson.Text(root, part, "title") ?? EventJson.Text(root, part, "name")).FirstOrDefault(found => found is not null);
        var repository = EventJson.Text(root, "repository", "full_name");
        var at = context.Moment(Titled.Select(part => EventJson.Moment(root, part, "updated_at") ?? EventJson.Moment(root, part, "published_at")).FirstOrDefault(moment => moment is not null));
        return context.Event(type, at, title ?? (repository is null ? type : $"{type} {repository}"), root);
    }
}
