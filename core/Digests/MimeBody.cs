using System.Text;

namespace OpsAutomation.Digests;

/// <summary>Transfer encodings of MIME parts (RFC 2045, 6.7 and 6.8).</summary>
internal static class MimeBody
{
    private const int LineLength = 76;

    /// <summary>Appends the transfer encoding's header, a blank line and the text in the shorter of both encodings.</summary>
    public static void AppendText(StringBuilder output, string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var quoted = new StringBuilder(text.Length + (text.Length / 8));
        for (var i = 0; i < lines.Length; i++)
        {
            // The text's own last line end is the part's.
            if (i == lines.Length - 1 && lines[i].Length == 0)
                break;
            AppendQuotedLine(quoted, Encoding.UTF8.GetBytes(lines[i]));
        }

        var bytes = Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
        if (quoted.Length <= bytes.Length * 3 / 2)
        {
            output.Append("Content-Transfer-Encoding: quoted-printable\r\n\r\n").Append(quoted);
            return;
        }

        output.Append("Content-Transfer-Encoding: base64\r\n\r\n");
        AppendBase64(output, bytes);
    }

    /// <summary>Appends bytes as lines of base64.</summary>
    public static void AppendBase64(StringBuilder output, ReadOnlySpan<byte> bytes)
    {
        const int perLine = LineLength / 4 * 3;
        for (var start = 0; start < bytes.Length; start += perLine)
            output.Append(Convert.ToBase64String(bytes.Slice(start, Math.Min(perLine, bytes.Length - start)))).Append("\r\n");
    }

    private static void AppendQuotedLine(StringBuilder output, byte[] line)
    {
        var column = 0;
        for (var i = 0; i < line.Length; i++)
        {
            var literal = IsLiteral(line, i);
            var width = literal ? 1 : 3;
            // One column is kept for the soft line break.
            if (column + width > LineLength - 1)
            {
                output.Append("=\r\n");
                column = 0;
                literal = literal && !(line[i] is (byte)'.');
                width = literal ? 1 : 3;
            }

            if (literal)
                output.Append((char)line[i]);
            else
                output.Append('=').Append(Convert.ToHexString(line, i, 1));
            column += width;
        }

        output.Append("\r\n");
    }

    private static bool IsLiteral(byte[] line, int i) => line[i] switch
    {
        (byte)'=' => false,
        (byte)' ' or (byte)'\t' => i < line.Length - 1,
        // A leading dot ends an SMTP message where a relay forgets to double it; "From " begins a new mail in mbox files.
        (byte)'.' => i > 0,
        (byte)'F' => i > 0 || !line.AsSpan().StartsWith("From "u8),
        var b => b is > 32 and < 127,
    };
}
