namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>
/// Reads numbers as people and programs write them, exactly, from UTF-8 and without a culture: thousands by blanks, point, comma or apostrophe,
/// currency signs and codes, percent (kept as written: <c>12 %</c> is 12), trailing minus, parentheses, zero filling and exponents.
/// </summary>
public static class NumberText
{
    /// <summary>
    /// Reads a trimmed number.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="mark">The decimal mark of the column, <c>.</c> or <c>,</c>; 0 where it is not known.</param>
    /// <param name="value">The number; 0 where the evidence is open and the mark unknown, or where the evidence contradicts the mark.</param>
    /// <param name="evidence">What the text says about the decimal mark.</param>
    /// <returns>False where the text is no number in any reading.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, byte mark, out decimal value, out NumberEvidence evidence)
    {
        if (text.Length <= 19)
        {
            var at = 0;
            var negative = false;
            if (text.Length > 0 && text[0] == '-')
            {
                negative = true;
                at = 1;
            }

            var start = at;
            var markAt = -1;
            ulong digits = 0;
            for (; at < text.Length; at++)
            {
                var digit = (uint)(text[at] - '0');
                if (digit <= 9)
                    digits = (digits * 10) + digit;
                else if (markAt < 0 && text[at] is (byte)'.' or (byte)',')
                    markAt = at;
                else
                    break;
            }

            if (at == text.Length && at - start > (markAt < 0 ? 0 : 1))
                return Fast(text, start, markAt, digits, negative, mark, out value, out evidence);
        }

        return NumberParts.TryParse(text, mark, out value, out evidence);
    }

    private static bool Fast(ReadOnlySpan<byte> text, int start, int markAt, ulong digits, bool negative, byte mark, out decimal value, out NumberEvidence evidence)
    {
        var scale = 0;
        if (markAt < 0)
        {
            evidence = NumberEvidence.Plain;
        }
        else
        {
            var after = text.Length - markAt - 1;
            scale = after;
            if (after == 3 && markAt - start is >= 1 and <= 3 && text[start] != '0')
            {
                evidence = NumberEvidence.Open;
                if (mark == 0)
                {
                    value = 0m;
                    return true;
                }

                if (text[markAt] != mark)
                    scale = 0;
            }
            else
            {
                evidence = text[markAt] == '.' ? NumberEvidence.Point : NumberEvidence.Comma;
                if (mark != 0 && text[markAt] != mark)
                {
                    value = 0m;
                    return true;
                }
            }
        }

        value = new decimal((int)digits, (int)(digits >> 32), 0, negative, (byte)scale);
        return true;
    }
}
