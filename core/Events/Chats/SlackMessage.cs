using System.Text.Json;
using OpsAutomation.Facts;

namespace OpsAutomation.Events.Chats;

/// <summary>
/// A message for an incoming webhook of Slack, in blocks. The three characters by which Slack tells commands and links from text are escaped,
/// so that a name such as &lt;!channel&gt; calls nobody; <c>verbatim</c> keeps it from making links of what is none.
/// </summary>
internal static class SlackMessage
{
    /// <summary>Writes it.</summary>
    public static string Write(ChatMessage message) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        // What notifications and screen readers give.
        json.WriteString("text", Escape($"{message.Title} · {message.Footer}"));
        json.WriteStartArray("blocks");
        json.WriteStartObject();
        json.WriteString("type", "section");
        Text(json, "text", Bold(message.Title));
        json.WriteEndObject();
        if (message.Facts.Count > 0)
            Facts(json, message.Facts);
        json.WriteStartObject();
        json.WriteString("type", "context");
        json.WriteStartArray("elements");
        Text(json, null, Escape(message.Footer));
        json.WriteEndArray();
        json.WriteEndObject();
        if (message.Board is { } board)
            Button(json, message.BoardLabel, board);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Facts(Utf8JsonWriter json, IReadOnlyList<(string Label, string Value)> facts)
    {
        json.WriteStartObject();
        json.WriteString("type", "section");
        json.WriteStartArray("fields");
        foreach (var (label, value) in facts)
            Text(json, null, $"{Bold(label)}\n{Escape(value)}");
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Button(Utf8JsonWriter json, string label, Uri url)
    {
        json.WriteStartObject();
        json.WriteString("type", "actions");
        json.WriteStartArray("elements");
        json.WriteStartObject();
        json.WriteString("type", "button");
        json.WriteStartObject("text");
        json.WriteString("type", "plain_text");
        json.WriteString("text", label);
        json.WriteEndObject();
        json.WriteString("url", url.AbsoluteUri);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string? name, string text)
    {
        if (name is null)
            json.WriteStartObject();
        else
            json.WriteStartObject(name);
        json.WriteString("type", "mrkdwn");
        json.WriteString("text", text);
        json.WriteBoolean("verbatim", true);
        json.WriteEndObject();
    }

    // A star inside would end the bold too early.
    private static string Bold(string text) => text.Contains('*', StringComparison.Ordinal) ? Escape(text) : $"*{Escape(text)}*";

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
