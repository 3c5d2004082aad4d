namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>What all value readers share: blanks of every width, and the markers that stand for a missing value.</summary>
public static class Utf8Text
{
    /// <summary>The length in bytes of the blank at the start of a text, 0 where it starts with none: space, tab, U+00A0, U+2007, U+2009, U+202F, U+FEFF.</summary>
    public static int BlankAt(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return 0;
        return text[0] switch
        {
            (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' => 1,
            0xC2 when text.Length > 1 && text[1] == 0xA0 => 2,
            0xE2 when text.Length > 2 && text[1] == 0x80 && text[2] is 0x87 or 0x89 or 0xAF or 0x8B => 3,
            0xEF when text.Length > 2 && text[1] == 0xBB && text[2] == 0xBF => 3,
            _ => 0,
        };
    }

    /// <summary>The text without blanks at both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || (text[0] is > 0x20 and < 0x80 && text[^1] is > 0x20 and < 0x80))
            return text;
        for (int blank; (blank = BlankAt(text)) > 0;)
            text = text[blank..];
        for (; ; )
        {
            if (!text.IsEmpty && BlankAt(text[^1..]) == 1)
                text = text[..^1];
            else if (text.Length >= 2 && text[^2] == 0xC2 && text[^1] == 0xA0)
                text = text[..^2];
            else if (text.Length >= 3 && BlankAt(text[^3..]) == 3)
                text = text[..^3];
            else
                return text;
        }
    }

    /// <summary>Whether a trimmed text stands for a missing value: blank, NA, N/A, null, None, NaN, a dash, <c>#N/A</c>, <c>(none)</c>, <c>\N</c>.</summary>
    public static bool IsMissing(ReadOnlySpan<byte> trimmed)
    {
        if (trimmed.IsEmpty)
            return true;
        if (trimmed.Length > 16)
            return false;
        return trimmed[0] switch
        {
            (byte)'-' => trimmed.Length == 1 || trimmed.SequenceEqual("--"u8),
            (byte)'n' or (byte)'N' => Is(trimmed, "na"u8) || Is(trimmed, "n/a"u8) || Is(trimmed, "null"u8) || Is(trimmed, "none"u8) || Is(trimmed, "nan"u8)
                || Is(trimmed, "nat"u8) || Is(trimmed, "n.a."u8) || Is(trimmed, "nd"u8) || Is(trimmed, "nil"u8),
            (byte)'#' => Is(trimmed, "#n/a"u8) || Is(trimmed, "#na"u8),
            (byte)'(' => Is(trimmed, "(none)"u8) || Is(trimmed, "(blank)"u8) || Is(trimmed, "(vide)"u8) || Is(trimmed, "(null)"u8) || Is(trimmed, "(no value)"u8) || Is(trimmed, "(aucun)"u8) || Is(trimmed, "(aucune)"u8),
            (byte)'<' => Is(trimmed, "<na>"u8) || Is(trimmed, "<null>"u8),
            (byte)'\\' => trimmed.SequenceEqual("\\N"u8),
            (byte)'?' => trimmed.Length == 1,
            0xE2 => trimmed.SequenceEqual("–"u8) || trimmed.SequenceEqual("—"u8) || trimmed.SequenceEqual("−"u8),
            _ => false,
        };
    }

    /// <summary>Whether a text is a lower-case ASCII word, whatever its own case.</summary>
    public static bool Is(ReadOnlySpan<byte> text, ReadOnlySpan<byte> lower) =>
        text.Length == lower.Length && System.Text.Ascii.EqualsIgnoreCase(text, lower);

    /// <summary>
    /// Writes letters as lower-case ASCII without their accents (<c>Févr</c> as <c>fevr</c>), composed or decomposed, and stops at the first other character.
    /// </summary>
    /// <returns>How many bytes of the text were read; <paramref name="written"/> says how many letters were written.</returns>
    public static int FoldWord(ReadOnlySpan<byte> text, Span<byte> word, out int written)
    {
        written = 0;
        var at = 0;
        while (at < text.Length && written < word.Length)
        {
            var b = text[at];
            if (char.IsAsciiLetter((char)b))
            {
                word[written++] = (byte)(b | 0x20);
                at++;
            }
            else if (b == 0xCC && at + 1 < text.Length)
            {
                at += 2;
            }
            else if (b == 0xC3 && at + 1 < text.Length && FoldLatin(text[at + 1]) is var letter and not 0)
            {
                word[written++] = letter;
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static byte FoldLatin(byte second) => (byte)((second | 0x20) switch
    {
        >= 0xA0 and <= 0xA5 => (byte)'a',
        0xA7 => (byte)'c',
        >= 0xA8 and <= 0xAB => (byte)'e',
        >= 0xAC and <= 0xAF => (byte)'i',
        0xB1 => (byte)'n',
        >= 0xB2 and <= 0xB6 => (byte)'o',
        >= 0xB9 and <= 0xBC => (byte)'u',
        _ => 0,
    });
}
