using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Functions.Tests.Hostile;

/// <summary>Mails and tables as other programs read them, no further than these tests need.</summary>
internal static partial class EmlReader
{
    /// <summary>The headers of a mail, with folded lines put together and encoded words decoded.</summary>
    public static IReadOnlyList<(string Name, string Value)> Headers(string mail)
    {
        var head = mail.Replace("\r\n", "\n", StringComparison.Ordinal).Split("\n\n", 2)[0];
        return
        [
            .. Fold().Replace(head, " ").Split('\n').Select(line => line.Split(':', 2))
                .Select(parts => (parts[0], Word().Replace(parts.Length > 1 ? parts[1].Trim() : "", Decode))),
        ];
    }

    /// <summary>The decoded text of the first part of a type; empty where there is none.</summary>
    public static string Part(string mail, string type)
    {
        var text = mail.Replace("\r\n", "\n", StringComparison.Ordinal);
        var at = text.IndexOf("Content-Type: " + type, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return "";
        var body = text[(text.IndexOf("\n\n", at, StringComparison.Ordinal) + 2)..];
        var head = text[at..text.IndexOf("\n\n", at, StringComparison.Ordinal)];
        var end = body.IndexOf("\n--", StringComparison.Ordinal);
        body = end < 0 ? body : body[..end];
        if (head.Contains("base64", StringComparison.OrdinalIgnoreCase))
            return Encoding.UTF8.GetString(Convert.FromBase64String(body.Replace("\n", "", StringComparison.Ordinal)));
        return head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? Printable(body) : body;
    }

    /// <summary>The cells of a table with commas.</summary>
    public static IEnumerable<string> Cells(string csv) => Cell().Matches(csv).Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups["plain"].Value);

    private static string Decode(Match word) => word.Groups["kind"].Value is "B" or "b"
        ? Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups["text"].Value))
        : Printable(word.Groups["text"].Value.Replace('_', ' '));

    private static string Printable(string text)
    {
        var bytes = new List<byte>();
        text = text.Replace("=\n", "", StringComparison.Ordinal);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=' && i + 2 < text.Length)
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text[i].ToString()));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"\n[ \t]+")]
    private static partial Regex Fold();

    [GeneratedRegex(@"=\?utf-8\?(?<kind>[BbQq])\?(?<text>[^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Word();

    [GeneratedRegex("(?:^|,|\n)(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<plain>[^,\"\n]*))", RegexOptions.ExplicitCapture)]
    private static partial Regex Cell();
}
