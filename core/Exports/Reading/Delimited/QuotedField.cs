namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>What quoted fields need beyond finding their end.</summary>
internal static class QuotedField
{
    /// <summary>Unquotes the field in place and says where it now lies.</summary>
    public static FieldSpan Fix(byte[] buffer, FieldSpan field, QuoteEnding ending)
    {
        var bytes = buffer.AsSpan(field.Start, field.Length);
        var write = 0;
        var quoted = true;
        for (var read = 0; read < bytes.Length; read++)
        {
            var c = bytes[read];
            if (c == (byte)'"' && quoted)
            {
                if (read + 1 < bytes.Length && bytes[read + 1] == (byte)'"')
                {
                    read++;
                }
                else if (ending == QuoteEnding.TextAfter)
                {
                    quoted = false;
                    continue;
                }
            }

            bytes[write++] = c;
        }

        return new(field.Start, write);
    }

    /// <summary>
    /// Whether a quote inside a quoted field is rather the opening of another field on a later line:
    /// a line break lies between, and a separator or a line break stands right before it.
    /// </summary>
    public static bool LooksLikeOpening(byte[] buffer, int opening, int quote, byte delimiter)
    {
        var before = buffer[quote - 1];
        return quote - 1 > opening
            && (before == delimiter || before == (byte)'\n' || before == (byte)'\r')
            && buffer.AsSpan(opening, quote - opening).IndexOfAny((byte)'\n', (byte)'\r') >= 0;
    }

    /// <summary>
    /// Finds the end of a field in which a quote was left undoubled: the next quote on the line that ends a field, else the next separator.
    /// </summary>
    /// <param name="text">The text at hand.</param>
    /// <param name="from">Behind the quote that was left undoubled.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="isWhole">Whether no text follows.</param>
    /// <param name="closing">The quote that closes the field, or -1 where none does.</param>
    /// <returns>The place of the separator or line end, or -1 where more text is needed.</returns>
    public static int Recover(ReadOnlySpan<byte> text, int from, byte delimiter, bool isWhole, out int closing)
    {
        closing = -1;
        var rest = text[from..];
        var line = rest.IndexOfAny((byte)'\n', (byte)'\r');
        if (line < 0)
        {
            if (!isWhole)
                return -1;
            line = rest.Length;
        }

        rest = rest[..line];
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == (byte)'"' && (i + 1 == rest.Length || rest[i + 1] == delimiter))
            {
                closing = from + i;
                return from + i + 1;
            }
        }

        var separator = rest.IndexOf(delimiter);
        return from + (separator < 0 ? rest.Length : separator);
    }
}
