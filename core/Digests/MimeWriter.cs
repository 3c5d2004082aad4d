using System.Text;

namespace OpsAutomation.Digests;

/// <summary>
/// Writes a mail as the bytes of an <c>.eml</c> file: RFC 5322 with RFC 2045 parts, text before HTML, CRLF line ends, lines of at most
/// 78 characters except for parameters that cannot be folded. The same key, message and moment give the same bytes.
/// </summary>
public sealed class MimeWriter(TimeProvider clock)
{
    private static readonly string[] Days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    /// <summary>The mail as bytes.</summary>
    /// <param name="key">What is sent at most once, in hexadecimal: the Message-ID is made of its first 128 bits, so that a repeated mail is recognised.</param>
    /// <param name="message">The mail.</param>
    /// <exception cref="OpsException">Refused: an address or a header that no mail can carry.</exception>
    public byte[] Write(string key, MailMessage message)
    {
        if (key.Length == 0 || !key.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException("A mail's key is made of ASCII letters and digits.", nameof(key));

        var output = new StringBuilder();
        var from = MimeHeader.Address(message.From, "sender", "l'expéditeur");
        MimeHeader.Append(output, "From", from);
        MimeHeader.Append(output, "To", MimeHeader.Address(message.To, "recipient", "du destinataire"));
        if (message.ReplyTo is { } reply)
            MimeHeader.Append(output, "Reply-To", MimeHeader.Address(reply, "reply-to", "de réponse"));
        MimeHeader.Append(output, "Subject", MimeHeader.Text(message.Subject));
        MimeHeader.Append(output, "Date", [Date(clock.GetUtcNow())]);
        MimeHeader.Append(output, "Message-ID", [$"<{key[..Math.Min(key.Length, 32)].ToLowerInvariant()}@{MimeHeader.Domain(message.From)}>"]);
        MimeHeader.Append(output, "Content-Language", [LanguageTag(message.LanguageTag)]);
        foreach (var (name, value) in message.Headers)
            MimeHeader.AppendExtra(output, name, value);
        MimeHeader.Append(output, "MIME-Version", ["1.0"]);

        if (message.Attachments.Count == 0)
            AppendBodies(output, key, message);
        else
            AppendMixed(output, key, message);
        return Encoding.ASCII.GetBytes(output.ToString());
    }

    private static void AppendMixed(StringBuilder output, string key, MailMessage message)
    {
        var boundary = Boundary(key, "m");
        output.Append("Content-Type: multipart/mixed;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        output.Append("--").Append(boundary).Append("\r\n");
        AppendBodies(output, key, message);
        foreach (var attachment in message.Attachments)
        {
            output.Append("--").Append(boundary).Append("\r\n");
            MimeHeader.AppendAttachment(output, attachment);
            output.Append("Content-Transfer-Encoding: base64\r\n\r\n");
            MimeBody.AppendBase64(output, attachment.Content.Span);
        }

        output.Append("--").Append(boundary).Append("--\r\n");
    }

    private static void AppendBodies(StringBuilder output, string key, MailMessage message)
    {
        var boundary = Boundary(key, "a");
        output.Append("Content-Type: multipart/alternative;\r\n boundary=\"").Append(boundary).Append("\"\r\n\r\n");
        // The richest alternative comes last (RFC 2046, 5.1.4).
        AppendPart("plain", message.Text);
        AppendPart("html", message.Html);
        output.Append("--").Append(boundary).Append("--\r\n");

        void AppendPart(string subtype, string text)
        {
            output.Append("--").Append(boundary).Append("\r\nContent-Type: text/").Append(subtype).Append("; charset=utf-8\r\n");
            MimeBody.AppendText(output, text);
        }
    }

    // "=_" occurs neither in quoted-printable nor in base64, so no body can hold the boundary.
    private static string Boundary(string key, string part) => $"=_{part}_{key[..Math.Min(key.Length, 40)]}";

    private static string LanguageTag(string tag) =>
        tag.Length is > 0 and <= 35 && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? tag : "und";

    private static string Date(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        return $"{Days[(int)utc.DayOfWeek]}, {utc.Day} {Months[utc.Month - 1]} {utc.Year:0000} {utc.Hour:00}:{utc.Minute:00}:{utc.Second:00} +0000";
    }
}
