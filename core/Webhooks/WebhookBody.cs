using System.Text.Json;
using System.Text.Unicode;

namespace OpsAutomation.Webhooks;

/// <summary>The body of a webhook: JSON, of which nothing more is assumed.</summary>
internal static class WebhookBody
{
    /// <summary>The most bytes that are taken.</summary>
    public const int Longest = 1024 * 1024;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64 };

    /// <summary>The document, or null where the bytes are none, are no UTF-8, or hold a name that is half of a surrogate pair.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            // Some senders begin UTF-8 with a mark.
            body = body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
            // The parser looks at texts only when they are asked for, and throws then.
            return !Utf8.IsValid(body.Span) || HasBrokenName(body.Span) ? null : JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Only an escape can stand for half of a pair; the reader of names throws at one wherever it stands.
    private static bool HasBrokenName(ReadOnlySpan<byte> body)
    {
        if (body.IndexOf("\\u"u8) < 0)
            return false;
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = Options.MaxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>A text or number of the document, or null.</summary>
    public static string? Find(ReadOnlyMemory<byte> body, JsonPath path)
    {
        using var document = Parse(body);
        return document is not null && path.Find(document.RootElement) is { } value ? Text(value) : null;
    }

    /// <summary>A text, number or flag as text; null of anything else and of text that is no Unicode.</summary>
    public static string? Text(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False)
            return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, escaped.
            return null;
        }
    }

    /// <summary>Reads a body, or gives null where it is longer than what is taken.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var length = 0;
        while (true)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (count == 0)
                return buffer.AsMemory(0, length);
            length += count;
            if (length > Longest)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, Math.Min(buffer.Length * 4, Longest + 1));
        }
    }
}
