using System.Text;

namespace OpsAutomation.Webhooks;

/// <summary>A body of <c>application/x-www-form-urlencoded</c>, as Slack sends commands and interactions.</summary>
internal static class WebhookForm
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/x-www-form-urlencoded";

    /// <summary>The value of a field: the first of its name; null where there is none.</summary>
    public static string? Find(ReadOnlyMemory<byte> body, string name)
    {
        foreach (var field in Encoding.UTF8.GetString(body.Span).Split('&'))
        {
            var at = field.IndexOf('=', StringComparison.Ordinal);
            if (at >= 0 && Decode(field[..at]) == name)
                return Decode(field[(at + 1)..]);
        }

        return null;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
