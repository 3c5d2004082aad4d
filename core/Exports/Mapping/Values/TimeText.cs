namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>The time and zone that follow a day.</summary>
internal static class TimeText
{
    /// <summary>Reads what follows a day: <c>T20:47:09.000Z</c>, <c> 8:51:12</c>, <c>, 6:55 PM</c>, <c> 14h05</c>, <c> à 14:05</c>, <c>+02:00</c>, <c> UTC</c>.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, ref DateParts parts)
    {
        text = SkipLead(text);
        if (text.IsEmpty)
            return true;
        if (!TryNumber(ref text, 2, out var hour, out var digits) || digits == 0)
            return false;
        if (text.IsEmpty)
            return false;
        var minute = 0;
        var second = 0;
        var fraction = 0;
        var hasMinutes = text[0] is (byte)':' or (byte)'h' or (byte)'H' or (byte)'.';
        if (hasMinutes)
        {
            var isHourSign = text[0] is not ((byte)':' or (byte)'.');
            text = text[1..];
            if (!TryNumber(ref text, 2, out minute, out digits) || (digits != 2 && !(isHourSign && digits == 0)))
                return false;
            if (!text.IsEmpty && text[0] is (byte)':' or (byte)'.')
            {
                text = text[1..];
                if (!TryNumber(ref text, 2, out second, out digits) || digits != 2)
                    return false;
                fraction = ReadFraction(ref text);
            }
        }

        if (!TryHalfDay(ref text, ref hour, out var halfDay) || !(hasMinutes || halfDay))
            return false;
        if (hour > 23 || minute > 59 || second > 59)
            return false;
        var offset = DateParts.NoOffset;
        if (!TryZone(text, ref offset))
            return false;
        parts = parts with { Milliseconds = (((((hour * 60) + minute) * 60) + second) * 1000) + fraction, OffsetMinutes = offset };
        return true;
    }

    private static ReadOnlySpan<byte> SkipLead(ReadOnlySpan<byte> text)
    {
        if (text[0] is (byte)'T' or (byte)'t')
            return text[1..];
        if (text[0] == ',')
            text = text[1..];
        text = Utf8Text.Trim(text);
        if (text.StartsWith("à "u8))
            text = text[3..];
        else if (text.StartsWith("at "u8))
            text = text[3..];
        else if (text.StartsWith("- "u8))
            text = text[2..];
        return Utf8Text.Trim(text);
    }

    private static int ReadFraction(ref ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] is not ((byte)'.' or (byte)',') || !char.IsAsciiDigit((char)text[1]))
            return 0;
        text = text[1..];
        var fraction = 0;
        var weight = 100;
        while (!text.IsEmpty && char.IsAsciiDigit((char)text[0]))
        {
            fraction += (text[0] - '0') * weight;
            weight /= 10;
            text = text[1..];
        }

        return fraction;
    }

    private static bool TryHalfDay(ref ReadOnlySpan<byte> text, ref int hour, out bool found)
    {
        found = false;
        var rest = Utf8Text.Trim(text);
        if (rest.Length < 2 || (rest[0] | 0x20) is not ('a' or 'p'))
            return true;
        var afternoon = (rest[0] | 0x20) == 'p';
        var length = 0;
        if ((rest[1] | 0x20) == 'm' && (rest.Length == 2 || !char.IsAsciiLetter((char)rest[2])))
            length = 2;
        else if (rest.Length >= 4 && rest[1] == '.' && (rest[2] | 0x20) == 'm' && rest[3] == '.')
            length = 4;
        if (length == 0)
            return true;
        if (hour is < 0 or > 23)
            return false;
        found = true;
        if (hour <= 12)
            hour = (hour % 12) + (afternoon ? 12 : 0);
        text = rest[length..];
        return true;
    }

    private static bool TryZone(ReadOnlySpan<byte> text, ref int offset)
    {
        text = Utf8Text.Trim(text);
        if (text.IsEmpty)
            return true;
        if (text[0] == '(' && text[^1] == ')')
            text = text[1..^1];
        if (Named(text) is { } named)
        {
            offset = named;
            return true;
        }

        if ((Utf8Text.Is(text[..Math.Min(3, text.Length)], "utc"u8) || Utf8Text.Is(text[..Math.Min(3, text.Length)], "gmt"u8)) && text.Length > 3)
            text = text[3..];
        if (text[0] is not ((byte)'+' or (byte)'-'))
            return false;
        var negative = text[0] == '-';
        text = text[1..];
        if (!TryNumber(ref text, 4, out var number, out var digits))
            return false;
        int minutes;
        if (digits <= 2)
        {
            minutes = number * 60;
            if (!text.IsEmpty && text[0] == ':')
            {
                text = text[1..];
                if (!TryNumber(ref text, 2, out var rest, out var restDigits) || restDigits != 2)
                    return false;
                minutes += rest;
            }
        }
        else
        {
            minutes = (number / 100 * 60) + (number % 100);
        }

        offset = negative ? -minutes : minutes;
        return text.IsEmpty && minutes <= 18 * 60;
    }

    private static int? Named(ReadOnlySpan<byte> text)
    {
        if (Utf8Text.Is(text, "z"u8) || Utf8Text.Is(text, "utc"u8) || Utf8Text.Is(text, "gmt"u8))
            return 0;
        if (Utf8Text.Is(text, "cet"u8))
            return 60;
        if (Utf8Text.Is(text, "cest"u8))
            return 120;
        if (Utf8Text.Is(text, "est"u8))
            return -300;
        if (Utf8Text.Is(text, "edt"u8))
            return -240;
        if (Utf8Text.Is(text, "pst"u8))
            return -480;
        return Utf8Text.Is(text, "pdt"u8) ? -420 : null;
    }

    private static bool TryNumber(ref ReadOnlySpan<byte> text, int most, out int number, out int digits)
    {
        number = 0;
        digits = 0;
        while (!text.IsEmpty && char.IsAsciiDigit((char)text[0]))
        {
            if (++digits > most)
                return false;
            number = (number * 10) + (text[0] - '0');
            text = text[1..];
        }

        return true;
    }
}
