using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Local.Sources;

/// <summary>The headers of a message or part.</summary>
internal sealed partial class MimeHeaders
{
    private readonly Dictionary<string, string> values;

    private MimeHeaders(Dictionary<string, string> values) => this.values = values;

    /// <summary>The first header of a name, unfolded and as it was written; or null.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Reads headers, one char a byte, lines ended by LF.</summary>
    public static MimeHeaders Read(string text)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Folds().Replace(text, " ").Split('\n'))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
                read.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        return new(read);
    }

    /// <summary>A parameter of a header, decoded: whole, in numbered pieces, with a charset (RFC 2231) or as encoded words, which many programs write.</summary>
    public string? Parameter(string header, string name)
    {
        if (this[header] is not { } value)
            return null;
        var plain = (string?)null;
        var pieces = new SortedDictionary<int, string>();
        var charset = (string?)null;
        foreach (Match match in Parameters().Matches(value))
        {
            if (!match.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var text = match.Groups["quoted"].Success ? Escapes().Replace(match.Groups["quoted"].Value, "$1") : match.Groups["token"].Value;
            if (!match.Groups["star"].Success && !match.Groups["piece"].Success)
            {
                plain ??= MimeText.Words(text);
                continue;
            }

            var number = match.Groups["piece"].Success ? int.Parse(match.Groups["piece"].Value, CultureInfo.InvariantCulture) : 0;
            if (match.Groups["star"].Success && number == 0 && text.Split('\'', 3) is [var named, _, var rest])
                (charset, text) = (named, rest);
            pieces.TryAdd(number, match.Groups["star"].Success ? Unescape(text) : text);
        }

        return pieces.Count == 0 ? plain : MimeText.Encoded(string.Concat(pieces.Values), charset ?? "utf-8");
    }

    /// <summary>The address of the sender, or null.</summary>
    public string? Sender()
    {
        if (this["From"] is not { } from)
            return null;
        // A quoted name may hold anything, an address too.
        var bare = Quoted().Replace(from, "");
        var address = Bracketed().Match(bare) is { Success: true } match ? match.Groups[1].Value : bare.Split(',')[0];
        return address.Trim() is { Length: > 2 } trimmed && trimmed.Contains('@', StringComparison.Ordinal) ? trimmed : null;
    }

    // Percent signs to bytes, kept as one char each.
    private static string Unescape(string text) => Percent().Replace(text, match => ((char)Convert.ToByte(match.Groups[1].Value, 16)).ToString());

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Folds();

    [GeneratedRegex("""[;\s](?<name>[\w-]+)(?:\*(?<piece>\d{1,3}))?(?<star>\*)?\s*=\s*(?:"(?<quoted>(?:[^"\\]|\\.)*)"|(?<token>[^;\s]+))""", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escapes();

    [GeneratedRegex("%([0-9A-Fa-f]{2})")]
    private static partial Regex Percent();

    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"
        """)]
    private static partial Regex Quoted();

    [GeneratedRegex("<([^<>]*)>")]
    private static partial Regex Bracketed();
}
