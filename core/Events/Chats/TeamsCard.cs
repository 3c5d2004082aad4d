using System.Text.Json;
using OpsAutomation.Facts;

namespace OpsAutomation.Events.Chats;

/// <summary>
/// A message for a webhook of Teams (Workflows), as an Adaptive Card 1.4. Texts are runs of a RichTextBlock, which Teams shows as they are:
/// a TextBlock would take Markdown in a client's names for its own.
/// </summary>
internal static class TeamsCard
{
    /// <summary>Writes it.</summary>
    public static string Write(ChatMessage message) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "message");
        json.WriteStartArray("attachments");
        json.WriteStartObject();
        json.WriteString("contentType", "application/vnd.microsoft.card.adaptive");
        json.WriteNull("contentUrl");
        json.WritePropertyName("content");
        Card(json, message);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Card(Utf8JsonWriter json, ChatMessage message)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        json.WriteString("type", "AdaptiveCard");
        json.WriteString("version", "1.4");
        json.WriteString("lang", message.Language == Language.French ? "fr" : "en");
        json.WriteString("fallbackText", message.Title);
        json.WriteStartObject("msteams");
        json.WriteString("width", "Full");
        json.WriteEndObject();
        json.WriteStartArray("body");
        Block(json, run => Run(run, message.Title, "Medium", isBold: true));
        foreach (var (label, value) in message.Facts)
        {
            Block(json, run =>
            {
                Run(run, label + (message.Language == Language.French ? "\u00a0: " : ": "), isSubtle: true);
                Run(run, value);
            });
        }

        Block(json, run => Run(run, message.Footer, "Small", isSubtle: true));
        json.WriteEndArray();
        if (message.Board is { } board)
        {
            json.WriteStartArray("actions");
            json.WriteStartObject();
            json.WriteString("type", "Action.OpenUrl");
            json.WriteString("title", message.BoardLabel);
            json.WriteString("url", board.AbsoluteUri);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Block(Utf8JsonWriter json, Action<Utf8JsonWriter> runs)
    {
        json.WriteStartObject();
        json.WriteString("type", "RichTextBlock");
        json.WriteStartArray("inlines");
        runs(json);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Run(Utf8JsonWriter json, string text, string? size = null, bool isBold = false, bool isSubtle = false)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextRun");
        json.WriteString("text", text);
        if (size is not null)
            json.WriteString("size", size);
        if (isBold)
            json.WriteString("weight", "Bolder");
        if (isSubtle)
            json.WriteBoolean("isSubtle", true);
        json.WriteEndObject();
    }
}
