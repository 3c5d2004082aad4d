using System.Globalization;
using System.Net.Mime;
using System.Text;

namespace OpsAutomation.Digests;

/// <summary>Mail headers that no value can break out of: encoding (RFC 2047, RFC 2231) and folding (RFC 5322, 2.2.3).</summary>
internal static class MimeHeader
{
    private const int LineLength = 78;

    // 42 bytes give 56 characters of base64 and an encoded word of 68: with "Reply-To: " before it still 78.
    private const int BytesPerWord = 42;

    // What this writer says itself; a second one would make the mail ambiguous.
    private static readonly HashSet<string> Own = new(
        ["From", "To", "Cc", "Bcc", "Sender", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Content-Language"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Appends a header made of words, folded between them.</summary>
    public static void Append(StringBuilder output, string name, IEnumerable<string> words)
    {
        output.Append(name).Append(':');
        var column = name.Length + 1;
        var first = true;
        foreach (var word in words)
        {
            if (!first && column + 1 + word.Length > LineLength)
            {
                output.Append("\r\n");
                column = 0;
            }

            output.Append(' ').Append(word);
            column += 1 + word.Length;
            first = false;
        }

        output.Append("\r\n");
    }

    /// <summary>Appends a header that a caller gave.</summary>
    public static void AppendExtra(StringBuilder output, string name, string value)
    {
        if (name.Length is 0 or > 60 || Own.Contains(name) || !name.All(c => c is > ' ' and < '\x7f' and not ':'))
        {
            throw OpsException.Refused(
                "A mail cannot carry this extra header: its name is not valid, or the product writes it itself.",
                "Un courriel ne peut pas porter cet en-tête supplémentaire : son nom n'est pas valide, ou le produit l'écrit lui-même.");
        }

        Append(output, name, Text(value));
    }

    /// <summary>Unstructured text as words: as it is where plain ASCII, else encoded; line ends and control characters become blanks.</summary>
    public static IReadOnlyList<string> Text(string text)
    {
        var clean = CleanText.OneLine(text);
        var words = clean.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var plain = words.All(word => word.Length <= 900 && word.All(c => c is > ' ' and < '\x7f') && !word.Contains("=?", StringComparison.Ordinal));
        return plain ? words : Encode(clean);
    }

    /// <summary>A mail address as words, name first.</summary>
    /// <param name="address">The address.</param>
    /// <param name="role">Whose it is, for the refusal in English: the address itself is never shown.</param>
    /// <param name="roleFr">The same in French, after « l'adresse de » or with its article.</param>
    public static IReadOnlyList<string> Address(MailAddress address, string role, string roleFr)
    {
        var text = address.Address;
        var at = text.LastIndexOf('@');
        var valid = at > 0 && at < text.Length - 1 && text.Length <= 254
            && text[..at].All(c => c is > ' ' and < '\x7f' && !"()<>[]:;@\\,\"".Contains(c, StringComparison.Ordinal))
            && IsDomain(text[(at + 1)..]);
        if (!valid)
        {
            throw OpsException.Refused(
                $"The {role} address is not a mail address: correct it in the engagement's file, for example name@example.org.",
                $"L'adresse {(roleFr.StartsWith("l'", StringComparison.Ordinal) ? "de " + roleFr : roleFr)} n'est pas une adresse électronique : corrigez-la dans le fichier de la mission, par exemple nom@exemple.org.");
        }

        var spec = $"{text[..at]}@{Domain(address)}";
        var name = CleanText.OneLine(address.Name ?? "");
        if (name.Length == 0)
            return [spec];
        var quotable = name.Length <= 60 && name.All(c => c is >= ' ' and < '\x7f') && !name.Contains("=?", StringComparison.Ordinal);
        return quotable
            ? [$"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"", $"<{spec}>"]
            : [.. Encode(name), $"<{spec}>"];
    }

    /// <summary>The domain of an address in ASCII (IDNA).</summary>
    public static string Domain(MailAddress address)
    {
        var domain = address.Address[(address.Address.LastIndexOf('@') + 1)..];
        return new IdnMapping().GetAscii(domain).ToLowerInvariant();
    }

    /// <summary>Appends type and disposition of an attachment.</summary>
    public static void AppendAttachment(StringBuilder output, MailAttachment attachment)
    {
        var type = ContentType(attachment.ContentType);
        var name = FileName(attachment.Name);
        output.Append("Content-Type: ").Append(type).Append("\r\nContent-Disposition: attachment;\r\n");
        if (name.All(c => c is >= ' ' and < '\x7f' && c is not '"' and not '\\'))
            output.Append(" filename=\"").Append(name).Append("\"\r\n");
        else
            output.Append(" filename*=utf-8''").Append(Uri.EscapeDataString(name)).Append("\r\n");
    }

    private static List<string> Encode(string text)
    {
        var words = new List<string>();
        var chunk = new List<byte>(BytesPerWord);
        Span<byte> bytes = stackalloc byte[4];
        // Whole characters only: a word that ended inside one would show as rubbish.
        foreach (var rune in text.EnumerateRunes())
        {
            var count = rune.EncodeToUtf8(bytes);
            if (chunk.Count + count > BytesPerWord)
                Flush();
            for (var i = 0; i < count; i++)
                chunk.Add(bytes[i]);
        }

        Flush();
        return words;

        void Flush()
        {
            if (chunk.Count > 0)
                words.Add($"=?utf-8?B?{Convert.ToBase64String([.. chunk])}?=");
            chunk.Clear();
        }
    }

    private static bool IsDomain(string domain)
    {
        try
        {
            var ascii = new IdnMapping().GetAscii(domain);
            return ascii.Length <= 253 && ascii.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-') && !ascii.StartsWith('.') && !ascii.EndsWith('.');
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static string ContentType(string type)
    {
        try
        {
            var parsed = new ContentType(CleanText.OneLine(type));
            return parsed.MediaType.All(c => c is > ' ' and < '\x7f') && !parsed.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
                ? parsed.MediaType
                : MediaTypeNames.Application.Octet;
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return MediaTypeNames.Application.Octet;
        }
    }

    // 80 characters of up to 12 percent-encoded ones stay below the 998 that a line may have.
    private static string FileName(string name)
    {
        var clean = CleanText.OneLine(name).Replace('/', '-').Replace('\\', '-');
        var dot = clean.LastIndexOf('.');
        var extension = dot > 0 && clean.Length - dot <= 10 ? clean[dot..] : "";
        var stem = clean[..(clean.Length - extension.Length)];
        var kept = string.Concat(stem.EnumerateRunes().Take(60).Select(rune => rune.ToString())) + extension;
        return kept.Length == 0 ? "file" : kept;
    }
}
