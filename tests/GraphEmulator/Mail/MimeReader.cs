using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>Reads as much of MIME (RFC 5322, 2045, 2047) as a draft needs, strictly: what it cannot read is refused.</summary>
internal sealed partial class MimeReader
{
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);
    private readonly List<MimeReader> parts = [];
    private byte[] content = [];

    public List<KeyValuePair<string, string>> Headers { get; } = [];

    public string? Header(string name) => Headers.Find(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Every part that holds content, in order.</summary>
    public IEnumerable<MimeReader> Leaves => parts.Count == 0 ? [this] : parts.SelectMany(part => part.Leaves);

    public string MediaType => (Header("Content-Type") ?? "text/plain").Split(';')[0].Trim();

    public string? FileName => FileNamePattern().Match(Header("Content-Disposition") ?? "") is not { Success: true } match
        ? null
        : match.Groups[1].Success ? match.Groups[1].Value : Uri.UnescapeDataString(match.Groups[2].Value);

    public byte[] Bytes => content;

    public string Text => Utf8.GetString(content).ReplaceLineEndings("\n");

    /// <summary>The addresses of a header.</summary>
    public IReadOnlyList<MailPerson> People(string header) =>
    [
        .. (Header(header) ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(text =>
            AddressPattern().Match(text) is { Success: true } match
                ? new MailPerson(match.Groups[2].Value, match.Groups[1].Value.Trim().Trim('"'))
                : new MailPerson(text, text)),
    ];

    public static MimeReader Read(byte[] bytes) => Read(Encoding.Latin1.GetString(bytes));

    private static MimeReader Read(string text)
    {
        var mail = new MimeReader();
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            throw new FormatException("There is no end of headers.");
        foreach (var line in FoldPattern().Replace(text[..end], "").Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            mail.Headers.Add(new(line[..colon], Decode(line[(colon + 1)..].Trim())));
        }

        var body = text[(end + 4)..];
        var boundary = BoundaryPattern().Match(mail.Header("Content-Type") ?? "");
        if (!boundary.Success)
        {
            mail.content = mail.Header("Content-Transfer-Encoding") switch
            {
                "base64" => Convert.FromBase64String(body),
                "quoted-printable" => Unquote(body),
                _ => Encoding.Latin1.GetBytes(body),
            };
            return mail;
        }

        var pieces = ("\r\n" + body).Split("\r\n--" + boundary.Groups[1].Value);
        foreach (var piece in pieces.Skip(1).SkipLast(1))
            mail.parts.Add(Read(piece["\r\n".Length..] + "\r\n"));
        return mail;
    }

    private static string Decode(string value) => WordPattern().Replace(
        WordGapPattern().Replace(value, "$1$2"), match => Utf8.GetString(Convert.FromBase64String(match.Groups[1].Value)));

    private static byte[] Unquote(string text)
    {
        var joined = text.Replace("=\r\n", "", StringComparison.Ordinal);
        using var output = new MemoryStream(joined.Length);
        for (var i = 0; i < joined.Length; i++)
        {
            if (joined[i] == '=')
            {
                output.WriteByte(Convert.FromHexString(joined.AsSpan(i + 1, 2))[0]);
                i += 2;
            }
            else
            {
                output.WriteByte((byte)joined[i]);
            }
        }

        return output.ToArray();
    }

    [GeneratedRegex("\r\n(?=[ \t])")]
    private static partial Regex FoldPattern();

    [GeneratedRegex("boundary=\"([^\"]+)\"")]
    private static partial Regex BoundaryPattern();

    [GeneratedRegex("filename=\"([^\"]+)\"|filename\\*=utf-8''([^;]+)")]
    private static partial Regex FileNamePattern();

    [GeneratedRegex(@"^(.*?)\s*<([^>]+)>$")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"(\?=)\s+(=\?)")]
    private static partial Regex WordGapPattern();

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex WordPattern();
}
