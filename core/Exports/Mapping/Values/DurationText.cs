namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>Reads durations as hours: a number in the unit of its column, <c>h:mm</c>, <c>h:mm:ss</c>, <c>d.hh:mm:ss</c>, <c>1d 4h 30m</c>, <c>2 j 3 h</c>.</summary>
public static class DurationText
{
    /// <summary>Reads a trimmed duration that is not a bare number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out decimal hours)
    {
        hours = 0m;
        return text.Contains((byte)':') ? TryClock(text, out hours) : TryUnits(text, out hours);
    }

    private static bool TryClock(ReadOnlySpan<byte> text, out decimal hours)
    {
        hours = 0m;
        var negative = text[0] == '-';
        if (negative)
            text = text[1..];
        Span<long> parts = stackalloc long[3];
        var count = 0;
        var digits = 0;
        foreach (var b in text)
        {
            if (b == ':')
            {
                if (digits == 0 || ++count == 3)
                    return false;
                digits = 0;
            }
            else if (char.IsAsciiDigit((char)b) && digits < 9)
            {
                parts[count] = (parts[count] * 10) + (b - '0');
                digits++;
            }
            else
            {
                return false;
            }
        }

        if (digits == 0 || count == 0 || parts[1] > 59 || parts[2] > 59)
            return false;
        hours = parts[0] + (parts[1] / 60m) + (parts[2] / 3600m);
        if (negative)
            hours = -hours;
        return true;
    }

    private static bool TryUnits(ReadOnlySpan<byte> text, out decimal hours)
    {
        hours = 0m;
        var any = false;
        Span<byte> word = stackalloc byte[12];
        while (!(text = Utf8Text.Trim(text)).IsEmpty)
        {
            var length = 0;
            while (length < text.Length && (char.IsAsciiDigit((char)text[length]) || text[length] is (byte)'.' or (byte)','))
                length++;
            if (length == 0 || !NumberText.TryParse(text[..length], (byte)'.', out var number, out var evidence))
                return false;
            if (evidence == NumberEvidence.Comma && !NumberText.TryParse(text[..length], (byte)',', out number, out _))
                return false;
            text = Utf8Text.Trim(text[length..]);
            var read = Utf8Text.FoldWord(text, word, out var letters);
            if (HoursOf(word[..letters]) is not { } unit)
                return false;
            hours += number * unit;
            any = true;
            text = text[read..];
            if (!text.IsEmpty && text[0] is (byte)',' or (byte)'.')
                text = text[1..];
        }

        return any;
    }

    /// <summary>The hours of one unit, by its folded name in either language, or null.</summary>
    public static decimal? HoursOf(ReadOnlySpan<byte> unit)
    {
        if (In(unit, "h hr hrs hour hours heure heures"))
            return 1m;
        if (In(unit, "m min mins mn minute minutes"))
            return 1m / 60m;
        if (In(unit, "s sec secs second seconds seconde secondes"))
            return 1m / 3600m;
        if (In(unit, "ms msec millisecond milliseconds milliseconde millisecondes"))
            return 1m / 3_600_000m;
        if (In(unit, "d day days j jour jours"))
            return 24m;
        return In(unit, "w week weeks sem semaine semaines") ? 168m : null;
    }

    private static bool In(ReadOnlySpan<byte> unit, string names)
    {
        foreach (var range in names.AsSpan().Split(' '))
        {
            if (System.Text.Ascii.Equals(unit, names.AsSpan()[range]))
                return true;
        }

        return false;
    }
}
