namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>Dates written as one number: <c>yyyyMMdd</c>, spreadsheet serials, Unix seconds and milliseconds.</summary>
internal static class DateNumber
{
    // Serial 25569 is 1970-01-01.
    private const int SerialOfEpoch = 25569;
    private const int MillisecondsPerDay = 86_400_000;

    internal static bool TryParse(ReadOnlySpan<byte> text, int digits, ref DateParts parts, out DateForm form)
    {
        form = DateForm.None;
        if (digits is 8 or 14 && digits == text.Length)
            return TryCompact(text, ref parts, out form);
        if (digits == 8 && text[8] is (byte)'T' or (byte)' ')
            return TryCompact(text[..8], ref parts, out form) && TimeText.TryParse(text[8..], ref parts);
        if (digits > 13 || !NumberText.TryParse(text, (byte)'.', out var number, out var evidence))
            return false;
        if (evidence == NumberEvidence.Comma && !NumberText.TryParse(text, (byte)',', out number, out evidence))
            return false;
        switch (digits)
        {
            case 5 when number is >= 20000m and <= 80000m:
                var whole = (int)number;
                var milliseconds = (int)Math.Round((number - whole) * MillisecondsPerDay);
                if (milliseconds == MillisecondsPerDay)
                {
                    whole++;
                    milliseconds = 0;
                }

                parts = DateParts.OfEpochDay(whole - SerialOfEpoch, milliseconds == 0 && digits == text.Length ? -1 : milliseconds, DateParts.NoOffset);
                form = DateForm.Serial;
                return true;
            case 9 or 10:
                parts = OfMilliseconds((long)(number * 1000m));
                form = DateForm.EpochSeconds;
                return true;
            case 12 or 13:
                parts = OfMilliseconds((long)number);
                form = DateForm.EpochMilliseconds;
                return true;
            default:
                return false;
        }
    }

    private static DateParts OfMilliseconds(long milliseconds)
    {
        var day = Math.DivRem(milliseconds, MillisecondsPerDay, out var rest);
        return DateParts.OfEpochDay(day, (int)rest, 0);
    }

    private static bool TryCompact(ReadOnlySpan<byte> text, ref DateParts parts, out DateForm form)
    {
        form = DateForm.Compact;
        var year = Number(text[..4]);
        var month = Number(text.Slice(4, 2));
        var day = Number(text.Slice(6, 2));
        if (year is < 1900 or > 2199 || !DateParts.IsDay(year, month, day))
            return false;
        var time = -1;
        if (text.Length == 14)
        {
            var hour = Number(text.Slice(8, 2));
            var minute = Number(text.Slice(10, 2));
            var second = Number(text.Slice(12, 2));
            if (hour > 23 || minute > 59 || second > 59)
                return false;
            time = ((((hour * 60) + minute) * 60) + second) * 1000;
        }

        parts = new(year, month, day, time);
        return true;
    }

    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
            number = (number * 10) + (digit - '0');
        return number;
    }
}
