using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>What a mail in MIME says: its headers, its parts and the documents with it, decoded.</summary>
public static partial class MailText
{
    /// <summary>The texts of a mail.</summary>
    public static IEnumerable<string> Of(byte[] mail)
    {
        var raw = Encoding.UTF8.GetString(mail);
        yield return EncodedWord().Replace(Folding().Replace(raw, "?="), match => Word(match.Groups[1].ValueSpan[0], match.Groups[2].Value));
        var plain = Quoted(raw);
        yield return plain;
        yield return WebUtility.HtmlDecode(Tag().Replace(plain, " "));
        foreach (Match block in Base64().Matches(raw))
        {
            var bytes = Bytes(block.Value);
            if (!bytes.AsSpan().StartsWith("PK"u8))
            {
                var text = Encoding.UTF8.GetString(bytes);
                yield return text;
                yield return WebUtility.HtmlDecode(Tag().Replace(text, " "));
                continue;
            }

            foreach (var text in Package(bytes))
                yield return text;
        }
    }

    private static IEnumerable<string> Package(byte[] bytes)
    {
        var texts = new List<string>();
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false));
            foreach (var entry in zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)))
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                var xml = reader.ReadToEnd();
                // Runs of one sentence touch; paragraphs do not.
                texts.Add(WebUtility.HtmlDecode(Tag().Replace(xml.Replace("</w:p>", "\n\n\n\n", StringComparison.Ordinal), "")));
            }
        }
        catch (InvalidDataException)
        {
            // Cut short: nothing to read in it.
        }

        return texts;
    }

    private static string Word(char encoding, string text) =>
        encoding is 'B' or 'b' ? Encoding.UTF8.GetString(Bytes(text)) : Quoted(text.Replace('_', ' '));

    private static string Quoted(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
                continue;
            }

            if (i + 2 < text.Length && text[i + 1] == '\r' && text[i + 2] == '\n')
                i += 2;
            else if (i + 1 < text.Length && text[i + 1] == '\n')
                i++;
            else if (i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]))
                (bytes, i) = (Add(bytes, Convert.ToByte(text.Substring(i + 1, 2), 16)), i + 2);
            else
                bytes.Add((byte)'=');
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    private static List<byte> Add(List<byte> bytes, byte value)
    {
        bytes.Add(value);
        return bytes;
    }

    private static byte[] Bytes(string base64)
    {
        var text = string.Concat(base64.Where(c => !char.IsWhiteSpace(c)));
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Length % 4 == 0 ? text : text[..^(text.Length % 4)], bytes, out var length) ? bytes[..length] : [];
    }

    [GeneratedRegex(@"=\?utf-8\?([BbQq])\?([^?]*)\?=", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex EncodedWord();

    // Neighbouring encoded words are one text.
    [GeneratedRegex(@"\?=\r?\n[ \t]+(?==\?)", RegexOptions.CultureInvariant)]
    private static partial Regex Folding();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<=\n)(?:[A-Za-z0-9+/]{4,76}={0,2}\r?\n)+", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();
}
