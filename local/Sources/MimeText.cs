using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Local.Sources;

/// <summary>Decodes what mail encodes. Texts hold one char a byte until their charset is known.</summary>
internal static partial class MimeText
{
    /// <summary>Base64; what does not belong to it is passed over, a torn end is left out.</summary>
    public static byte[] Base64(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
                clean.Append(c);
        }

        clean.Length -= clean.Length % 4 == 1 ? 1 : 0;
        return Convert.FromBase64String(clean.Append('=', (4 - (clean.Length % 4)) % 4).ToString());
    }

    /// <summary>Quoted-printable.</summary>
    public static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.Add((byte)text[i]);
            }
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else if (i + 1 < text.Length && text[i + 1] == '\n')
            {
                i++;
            }
        }

        return [.. bytes];
    }

    /// <summary>Encoded words (RFC 2047); blanks between two are none. What is not encoded is UTF-8 where it can be.</summary>
    public static string Words(string text) => !text.Contains("=?", StringComparison.Ordinal)
        ? Encoded(text, "utf-8")
        : Word().Replace(Between().Replace(text, "$1"), match => Encoded(
            Encoding.Latin1.GetString(match.Groups[2].Value is "B" or "b" ? Base64(match.Groups[3].Value) : QuotedPrintable(match.Groups[3].Value.Replace('_', ' '))),
            match.Groups[1].Value));

    /// <summary>Bytes of a charset as text; of an unknown one, as Western European.</summary>
    public static string Encoded(string bytes, string charset)
    {
        try
        {
            var encoding = Encoding.GetEncoding(charset.Split('*')[0], EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
            return encoding.GetString(Encoding.Latin1.GetBytes(bytes));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return bytes;
        }
    }

    [GeneratedRegex(@"=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=")]
    private static partial Regex Word();

    [GeneratedRegex(@"(=\?[^?\s]+\?[BbQq]\?[^?\s]*\?=)\s+(?==\?)")]
    private static partial Regex Between();
}
