using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Core.Tests.Digests;

/// <summary>A strict reader of MIME for tests, written from the RFCs and not from the writer.</summary>
internal sealed class ParsedMail
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private readonly List<(string Name, string Value)> headers = [];

    public IReadOnlyList<string> HeaderNames => [.. headers.Select(header => header.Name)];

    public List<ParsedMail> Parts { get; } = [];

    public byte[] Bytes { get; private set; } = [];

    public string Text => Strict.GetString(Bytes).Replace("\r\n", "\n");

    public string? Header(string name) => headers.SingleOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    public static ParsedMail Parse(byte[] bytes) => Parse(Encoding.Latin1.GetString(bytes));

    private static ParsedMail Parse(string text)
    {
        var mail = new ParsedMail();
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var unfolded = Regex.Replace(text[..end], "\r\n(?=[ \t])", "");
        foreach (var line in unfolded.Split("\r\n"))
        {
            var colon = line.IndexOf(':');
            mail.headers.Add((line[..colon], DecodeWords(line[(colon + 1)..].Trim())));
        }

        var body = text[(end + 4)..];
        var boundary = Regex.Match(mail.Header("Content-Type") ?? "", "boundary=\"([^\"]+)\"");
        if (!boundary.Success)
        {
            mail.Bytes = mail.Header("Content-Transfer-Encoding") switch
            {
                "base64" => Convert.FromBase64String(body),
                "quoted-printable" => Unquote(body),
                _ => throw new FormatException("The part says no encoding that is known."),
            };
            return mail;
        }

        var pieces = ("\r\n" + body).Split("\r\n--" + boundary.Groups[1].Value);
        pieces[^1].ShouldBe("--\r\n");
        // The line end before a boundary belongs to the boundary; the part's own is kept where there are two.
        foreach (var piece in pieces.Skip(1).SkipLast(1))
            mail.Parts.Add(Parse(piece["\r\n".Length..] + "\r\n"));
        return mail;
    }

    private static string DecodeWords(string value)
    {
        var joined = Regex.Replace(value, @"(\?=)\s+(=\?)", "$1$2");
        return Regex.Replace(joined, @"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", match =>
        {
            match.Length.ShouldBeLessThanOrEqualTo(75);
            return Strict.GetString(Convert.FromBase64String(match.Groups[1].Value));
        });
    }

    private static byte[] Unquote(string body)
    {
        body.Split("\r\n").ShouldAllBe(line => line.Length <= 76 && !line.EndsWith(' ') && !line.EndsWith('\t'));
        var bytes = new List<byte>();
        var soft = body.Replace("=\r\n", "");
        for (var i = 0; i < soft.Length; i++)
        {
            if (soft[i] == '=')
            {
                bytes.Add(byte.Parse(soft.AsSpan(i + 1, 2), NumberStyles.HexNumber));
                i += 2;
            }
            else
            {
                bytes.Add((byte)soft[i]);
            }
        }

        return [.. bytes];
    }
}
