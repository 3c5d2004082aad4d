using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;

namespace OpsAutomation.Webhooks;

/// <summary>
/// The senders' ids of events, by which a repetition is told: never the body or its hash. Where a vendor has no id of its own or does not
/// promise that it is unique, the id is made of the fields that stay the same over all attempts.
/// </summary>
internal static class WebhookEventIds
{
    /// <summary>The header with the id of a delivery of GitHub.</summary>
    public const string GitHubHeader = "X-GitHub-Delivery";

    /// <summary>The header in which GitHub names the event; its bodies do not.</summary>
    public const string GitHubEventHeader = "X-GitHub-Event";

    private const int LongestName = 60;
    private const char Between = '/';
    private static readonly JsonPath SlackEvent = JsonPath.Parse("$.event_id");
    private static readonly JsonPath SlackTrigger = JsonPath.Parse("$.trigger_id");
    private static readonly JsonPath ClickUpWebhook = JsonPath.Parse("$.webhook_id");
    private static readonly JsonPath HistoryId = JsonPath.Parse("$.id");

    // HubSpot says that its eventId may come twice; Calendly has none.
    private static readonly Dictionary<WebhookScheme, JsonPath[]> Paths = new()
    {
        [WebhookScheme.HubSpot] = [JsonPath.Parse("$.eventId"), JsonPath.Parse("$.subscriptionId"), JsonPath.Parse("$.occurredAt")],
        [WebhookScheme.Intercom] = [JsonPath.Parse("$.id")],
        [WebhookScheme.Trello] = [JsonPath.Parse("$.action.id")],
        [WebhookScheme.Stripe] = [JsonPath.Parse("$.id")],
        [WebhookScheme.Typeform] = [JsonPath.Parse("$.event_id")],
        [WebhookScheme.Calendly] = [JsonPath.Parse("$.event"), JsonPath.Parse("$.payload.uri"), JsonPath.Parse("$.created_at")],
        [WebhookScheme.Notion] = [JsonPath.Parse("$.id")],
    };

    /// <summary>The id of a delivery: its event's, of several events one made of all their ids; null where an event has none, and then each delivery counts.</summary>
    public static string? OfDelivery(WebhookRequest request, WebhookSettings settings) => settings.Scheme switch
    {
        WebhookScheme.Standard => request.Header(StandardSignature.IdHeader),
        WebhookScheme.GitHub => Text(request.Header(GitHubHeader)),
        WebhookScheme.Token => OfToken(request, settings),
        WebhookScheme.Slack when request.IsForm => OfSlackForm(request.Body),
        _ => OfBody(request.Body, settings.Scheme),
    };

    /// <summary>The event's name where a header says it; null where the body does.</summary>
    public static string? NameOf(WebhookRequest request, WebhookSettings settings) =>
        settings.Scheme == WebhookScheme.GitHub && request.Header(GitHubEventHeader) is { Length: > 0 and <= LongestName } name ? name : null;

    /// <summary>The events of a vendor's body that may hold several, in their order: the items of an array or of Stripe's list, else the whole.</summary>
    public static IReadOnlyList<JsonElement> EventsOf(WebhookScheme scheme, JsonElement root)
    {
        if (root.ValueKind == JsonValueKind.Array)
            return [.. root.EnumerateArray()];
        var isList = scheme == WebhookScheme.Stripe && root.ValueKind == JsonValueKind.Object
            && root.TryGetProperty("object", out var kind) && WebhookBody.Text(kind) == "list"
            && root.TryGetProperty("data", out var items) && items.ValueKind == JsonValueKind.Array;
        return isList ? [.. root.GetProperty("data").EnumerateArray()] : [root];
    }

    /// <summary>The ids of one event of a vendor: one, of ClickUp one for each change that it tells of; none where it has no id.</summary>
    public static IReadOnlyList<string> OfEvent(WebhookScheme scheme, JsonElement one) => scheme switch
    {
        WebhookScheme.Slack => Single(Value(one, SlackEvent) ?? Value(one, SlackTrigger)),
        WebhookScheme.ClickUp => OfClickUp(one),
        _ when Paths.TryGetValue(scheme, out var paths) => Single(Joined(one, paths)),
        _ => [],
    };

    private static string? OfBody(ReadOnlyMemory<byte> body, WebhookScheme scheme)
    {
        using var document = WebhookBody.Parse(body);
        if (document is null)
            return null;
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var one in EventsOf(scheme, document.RootElement))
        {
            var found = OfEvent(scheme, one);
            if (found.Count == 0)
                return null;
            ids.UnionWith(found);
        }

        return ids.Count <= 1 ? ids.Min : "all:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', ids))));
    }

    private static string? OfToken(WebhookRequest request, WebhookSettings settings)
    {
        if (settings.IdHeader is { } header)
            return Text(request.Header(header));
        return settings.Id is { } path
            ? Text(WebhookBody.Find(request.Body, path))
            : Text(request.Header(StandardSignature.IdHeader)) ?? Text(request.Header("idempotency-key"));
    }

    // Commands are fields; of interactions one field holds JSON.
    private static string? OfSlackForm(ReadOnlyMemory<byte> body)
    {
        if (Text(WebhookForm.Find(body, "trigger_id")) is { } trigger)
            return trigger;
        return WebhookForm.Find(body, "payload") is { } payload ? OfBody(Encoding.UTF8.GetBytes(payload), WebhookScheme.Slack) : null;
    }

    private static IReadOnlyList<string> OfClickUp(JsonElement one)
    {
        if (Value(one, ClickUpWebhook) is not { } webhook || !one.TryGetProperty("history_items", out var items) || items.ValueKind != JsonValueKind.Array)
            return [];
        var ids = items.EnumerateArray().Select(item => Value(item, HistoryId)).ToList();
        return ids.Contains(null) ? [] : [.. ids.Select(id => webhook + Between + id)];
    }

    private static string? Joined(JsonElement one, JsonPath[] paths)
    {
        var values = paths.Select(path => Value(one, path)).ToList();
        return values[0] is null ? null : string.Join(Between, values);
    }

    private static IReadOnlyList<string> Single(string? id) => id is null ? [] : [id];

    private static string? Value(JsonElement one, JsonPath path) => path.Find(one) is { } value ? Text(WebhookBody.Text(value)) : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
