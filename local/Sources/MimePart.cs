using System.Text;

namespace OpsAutomation.Local.Sources;

/// <summary>
/// A message or a part of one, read as far as attachments need it (RFC 5322, 2045, 2046, 2047, 2231). What is damaged reads as less, never as
/// an exception: such files come from anywhere.
/// </summary>
internal sealed class MimePart
{
    private const int MostDepth = 20;
    private readonly string body;

    private MimePart(string text, int depth)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        Headers = MimeHeaders.Read(end < 0 ? text : text[..end]);
        body = end < 0 ? "" : text[(end + 2)..];
        var boundary = Headers.Parameter("Content-Type", "boundary");
        Parts = depth < MostDepth && boundary is not null && MediaType.StartsWith("multipart/", StringComparison.Ordinal)
            ? [.. Split(body, boundary).Select(part => new MimePart(part, depth + 1))]
            : [];
    }

    /// <summary>Its headers.</summary>
    public MimeHeaders Headers { get; }

    /// <summary>The parts of a multipart.</summary>
    public IReadOnlyList<MimePart> Parts { get; }

    /// <summary>The media type, lower case.</summary>
    public string MediaType => (Headers["Content-Type"]?.Split(';')[0].Trim() is { Length: > 0 } type ? type : "text/plain").ToLowerInvariant();

    /// <summary>The name of the file that it is, or null.</summary>
    public string? FileName => Headers.Parameter("Content-Disposition", "filename") ?? Headers.Parameter("Content-Type", "name");

    /// <summary>Whether it is attached rather than a body.</summary>
    public bool IsAttached => FileName is not null || MediaType == "message/rfc822"
        || Headers["Content-Disposition"]?.TrimStart().StartsWith("attachment", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Itself where it has no parts, else those of its parts, in order.</summary>
    public IEnumerable<MimePart> Leaves => Parts.Count == 0 ? [this] : Parts.SelectMany(part => part.Leaves);

    /// <summary>Its content, decoded.</summary>
    public byte[] Content() => (Headers["Content-Transfer-Encoding"] ?? "").Trim().ToLowerInvariant() switch
    {
        "base64" => MimeText.Base64(body),
        "quoted-printable" => MimeText.QuotedPrintable(body),
        _ => Encoding.Latin1.GetBytes(body),
    };

    /// <summary>Reads a message.</summary>
    public static MimePart Read(byte[] bytes) => new(Encoding.Latin1.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\n'), 0);

    private static IEnumerable<string> Split(string body, string boundary)
    {
        var mark = "--" + boundary;
        var start = -1;
        for (var at = 0; at <= body.Length;)
        {
            var end = body.IndexOf('\n', at);
            var line = end < 0 ? body[at..] : body[at..end];
            if (line.StartsWith(mark, StringComparison.Ordinal) && line[mark.Length..].TrimEnd() is "" or "--")
            {
                // The line break before a boundary belongs to it.
                if (start >= 0)
                    yield return body[start..Math.Max(start, at - 1)];
                start = end + 1;
                if (line.AsSpan(mark.Length).StartsWith("--"))
                    yield break;
            }

            if (end < 0)
                break;
            at = end + 1;
        }

        // Cut off: what came counts.
        if (start > 0 && start < body.Length)
            yield return body[start..];
    }
}
