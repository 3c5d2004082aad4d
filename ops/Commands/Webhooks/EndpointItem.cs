using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Events.Chats;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>An endpoint as the engagement's file lists it. The URL of a chat's webhook is a secret and not part of it.</summary>
/// <param name="Yaml">The item, on one line.</param>
/// <param name="Secret">The URL of a chat's webhook, or null.</param>
internal sealed record EndpointItem(string Yaml, string? Secret)
{
    /// <summary>Makes one of what was typed.</summary>
    /// <param name="name">The endpoint's id.</param>
    /// <param name="to">Its URL; null where a file holds it.</param>
    /// <param name="kind">slack, teams or events; null for what the URL's host says.</param>
    /// <param name="types">The types to tell of, with commas, or null.</param>
    /// <exception cref="OpsException">WrongUsage: no such kind. Refused: the URL of a chat that cannot be used.</exception>
    public static EndpointItem Of(string name, string? to, string? kind, string? types)
    {
        var target = TargetOf(to, kind);
        if (target == EventTarget.Events && to is null)
            throw OpsException.WrongUsage("--to is missing: the URL that is told of events.", "--to manque\u00a0: l'URL à informer des événements.");
        List<string> fields = [$"id: {Quote(name)}"];
        if (target == EventTarget.Events)
            fields.Add($"url: {Quote(to!)}");
        if (target != EventTarget.Events || kind is not null)
            fields.Add($"as: {WordOf(target)}");
        var wanted = types?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (wanted.Length > 0)
            fields.Add($"types: [{string.Join(", ", wanted.Select(Quote))}]");
        return new($"{{{string.Join(", ", fields)}}}", target == EventTarget.Events || to is null ? null : ChatUrl.Parse(to).OriginalString);
    }

    /// <summary>A text as a value of YAML in one line: JSON's quotes are YAML's; the reader judges what is between them.</summary>
    public static string Quote(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.') && char.IsAsciiLetter(text[0])
            ? text
            : $"\"{JsonEncodedText.Encode(text)}\"";

    private static string WordOf(EventTarget target) => target switch
    {
        EventTarget.Slack => "slack",
        EventTarget.Teams => "teams",
        _ => "events",
    };

    private static EventTarget TargetOf(string? to, string? kind) => kind?.Trim().ToLowerInvariant() switch
    {
        null => to is not null && Uri.TryCreate(to.Trim(), UriKind.Absolute, out var url) ? ChatHost.Of(url) : EventTarget.Events,
        "slack" => EventTarget.Slack,
        "teams" => EventTarget.Teams,
        "events" => EventTarget.Events,
        _ => throw OpsException.WrongUsage("--as is slack, teams or events.", "--as vaut slack, teams ou events."),
    };
}
