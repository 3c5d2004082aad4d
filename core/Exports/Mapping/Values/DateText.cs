using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>
/// Reads days and moments as exports write them, from UTF-8: ISO 8601, numeric dates in any order with two- or four-digit years, month names in
/// English and French, <c>yyyyMMdd</c>, spreadsheet serials (20000 to 80000) and Unix seconds and milliseconds; times of 12 and 24 hours, fractions and zones.
/// </summary>
public static class DateText
{
    /// <summary>
    /// Reads a trimmed date.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="order">The order of day and month in the column, or null where it is not known.</param>
    /// <param name="parts">The date; default where the order is open and unknown, or contradicts <paramref name="order"/>.</param>
    /// <param name="form">How it is written; <see cref="DateForm.DayFirst"/> and <see cref="DateForm.MonthFirst"/> only where no other order is possible.</param>
    /// <returns>False where the text is no date in any reading.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, DateOrder? order, out DateParts parts, out DateForm form)
    {
        if (text.Length >= 10 && text[4] == '-' && text[7] == '-' && TryIsoDay(text, out parts))
        {
            form = DateForm.Iso;
            return text.Length == 10 || TryIsoTime(text, ref parts) || TimeText.TryParse(text[10..], ref parts);
        }

        parts = default;
        form = DateForm.None;
        if (text.Length < 5)
            return false;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit((char)text[digits]))
            digits++;
        if (digits >= 5 && DateNumber.TryParse(text, digits, ref parts, out form))
            return true;
        if (digits is 1 or 2 or 4 && digits < text.Length && text[digits] is (byte)'/' or (byte)'-' or (byte)'.' && NumericDate.TryParse(text, order, out parts, out form))
            return true;
        if (NamedDate.TryParse(text, out parts))
        {
            form = DateForm.Named;
            return true;
        }

        return false;
    }

    // HH:mm, HH:mm:ss and HH:mm:ss.fff, perhaps with Z: what programs write, read without a second look.
    private static bool TryIsoTime(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        if (text.Length < 16 || text[13] != ':' || text[10] is not ((byte)' ' or (byte)'T') || !TryTwo(text, 11, out var hour) || !TryTwo(text, 14, out var minute) || hour > 23 || minute > 59)
            return false;
        var second = 0;
        var fraction = 0;
        var end = 16;
        if (text.Length >= 19 && text[16] == ':')
        {
            if (!TryTwo(text, 17, out second) || second > 59)
                return false;
            end = 19;
            if (text.Length >= 23 && text[19] == '.')
            {
                var last = (uint)(text[22] - '0');
                if (!TryTwo(text, 20, out fraction) || last > 9)
                    return false;
                fraction = (fraction * 10) + (int)last;
                end = 23;
            }
        }

        var isUtc = end < text.Length && text[end] == 'Z';
        if (text.Length != (isUtc ? end + 1 : end))
            return false;
        parts = new(parts.Year, parts.Month, parts.Day, (((((hour * 60) + minute) * 60) + second) * 1000) + fraction, isUtc ? 0 : DateParts.NoOffset);
        return true;
    }

    private static bool TryTwo(ReadOnlySpan<byte> text, int at, out int number)
    {
        var tens = (uint)(text[at] - '0');
        var ones = (uint)(text[at + 1] - '0');
        number = (int)((tens * 10) + ones);
        return tens <= 9 && ones <= 9;
    }

    private static bool TryIsoDay(ReadOnlySpan<byte> text, out DateParts parts)
    {
        var y1 = (uint)(text[0] - '0');
        var y2 = (uint)(text[1] - '0');
        var y3 = (uint)(text[2] - '0');
        var y4 = (uint)(text[3] - '0');
        var m1 = (uint)(text[5] - '0');
        var m2 = (uint)(text[6] - '0');
        var d1 = (uint)(text[8] - '0');
        var d2 = (uint)(text[9] - '0');
        if (y1 <= 9 && y2 <= 9 && y3 <= 9 && y4 <= 9 && m1 <= 9 && m2 <= 9 && d1 <= 9 && d2 <= 9)
        {
            var year = (int)((y1 * 1000) + (y2 * 100) + (y3 * 10) + y4);
            var month = (int)((m1 * 10) + m2);
            var day = (int)((d1 * 10) + d2);
            if (DateParts.IsDay(year, month, day))
            {
                parts = new(year, month, day);
                return true;
            }
        }

        parts = default;
        return false;
    }
}
