using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>
/// Texts of JSON that is well formed but holds what is no character: half of a surrogate pair, as tools leave that cut a text inside
/// an emoji, or bytes that are no UTF-8. Each becomes U+FFFD; the framework throws.
/// </summary>
internal static partial class JsonTexts
{
    public static string TextOf(this ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Mend(Encoding.UTF8.GetString(reader.ValueSpan));
        }
    }

    public static string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Mend(element.GetRawText()[1..^1]);
        }
    }

    // The escapes that are left are sound: a second reading of them cannot fail.
    private static string Mend(string escaped)
    {
        var sound = UnpairedSurrogate().Replace(escaped, "\\uFFFD");
        using var document = JsonDocument.Parse($"\"{sound}\"");
        return document.RootElement.GetString() ?? "";
    }

    // An even number of backslashes before it escape each other.
    [GeneratedRegex(@"(?<=(?<!\\)(?:\\\\)*)(?:\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB][0-9a-fA-F]{2})\\u[dD][c-fC-F][0-9a-fA-F]{2})", RegexOptions.CultureInvariant)]
    private static partial Regex UnpairedSurrogate();
}
