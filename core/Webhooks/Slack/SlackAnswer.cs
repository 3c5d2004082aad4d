using System.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Webhooks.Slack;

/// <summary>An answer to a command, shown to its sender alone.</summary>
internal static class SlackAnswer
{
    /// <summary>The headers of the request.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "application/json; charset=utf-8",
    };

    /// <summary>The body.</summary>
    public static ReadOnlyMemory<byte> Body(string text) => Encoding.UTF8.GetBytes(JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("response_type", "ephemeral");
        json.WriteString("text", text);
        json.WriteEndObject();
    }));

    /// <summary>A text of the client's in which Slack finds no link, mention or command.</summary>
    public static string Plain(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
