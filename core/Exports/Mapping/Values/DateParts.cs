namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>A date as it was read, before any time zone.</summary>
/// <param name="Year">The year, 1 to 9999.</param>
/// <param name="Month">The month, 1 to 12.</param>
/// <param name="Day">The day of the month.</param>
/// <param name="Milliseconds">Milliseconds since midnight, or -1 for a day without a time.</param>
/// <param name="OffsetMinutes">Minutes ahead of UTC, or <see cref="NoOffset"/> where the text names none.</param>
public readonly record struct DateParts(int Year, int Month, int Day, int Milliseconds = -1, int OffsetMinutes = DateParts.NoOffset)
{
    /// <summary>The text names no zone.</summary>
    public const int NoOffset = int.MinValue;

    /// <summary>Whether a time of day was read.</summary>
    public bool HasTime => Milliseconds >= 0;

    /// <summary>Whether the text names its zone.</summary>
    public bool HasOffset => OffsetMinutes != NoOffset;

    /// <summary>Days since 1970-01-01 of the proleptic Gregorian calendar.</summary>
    public int EpochDay => DaysOf(Year, Month, Day);

    /// <summary>Whether the calendar has such a day.</summary>
    public static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));

    /// <summary>The day of a number of days since 1970-01-01.</summary>
    public static DateParts OfEpochDay(long days, int milliseconds, int offsetMinutes)
    {
        // Counted in eras of 400 years that begin on 1 March, so that the leap day ends a year.
        days += 719468;
        var era = (days >= 0 ? days : days - 146096) / 146097;
        var dayOfEra = (int)(days - (era * 146097));
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * shifted) + 2) / 5) + 1;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        var year = (int)(yearOfEra + (era * 400)) + (month <= 2 ? 1 : 0);
        return new(year, month, day, milliseconds, offsetMinutes);
    }

    private static int DaysOf(int year, int month, int day)
    {
        if (month <= 2)
            year--;
        var era = year / 400;
        var yearOfEra = year - (era * 400);
        var dayOfYear = (((153 * (month > 2 ? month - 3 : month + 9)) + 2) / 5) + day - 1;
        return (era * 146097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719468;
    }
}
