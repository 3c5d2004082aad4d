using NodaTime;

namespace OpsAutomation.Kpis.Periods;

/// <summary>Local days from the first to the last, both included, counted from 1970-01-01.</summary>
internal readonly record struct DaySpan(int From, int To)
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The span of two days.</summary>
    public static DaySpan Of(LocalDate from, LocalDate to) => new(DayOf(from), DayOf(to));

    /// <summary>The number of a day of the Gregorian calendar.</summary>
    public static int DayOf(LocalDate date)
    {
        // Every deal asks three times; a year that begins in March has its leap day at the end (Howard Hinnant's days_from_civil).
        var year = date.Month <= 2 ? date.Year - 1 : date.Year;
        var century = year / 100;
        var dayOfYear = ((153 * (date.Month > 2 ? date.Month - 3 : date.Month + 9)) + 2) / 5;
        return (year * 365) + (year / 4) - century + (century / 4) + dayOfYear + date.Day - 1 - 719_468;
    }

    /// <summary>The day of a number.</summary>
    public static LocalDate DateOf(int day) => Epoch.PlusDays(day);

    /// <summary>How many days there are.</summary>
    public int Length => To - From + 1;

    /// <summary>The first day.</summary>
    public LocalDate FirstDate => DateOf(From);

    /// <summary>The last day.</summary>
    public LocalDate LastDate => DateOf(To);

    /// <summary>Whether the day belongs to it.</summary>
    public bool Holds(int day) => day >= From && day <= To;

    /// <summary>The least span that holds both.</summary>
    public DaySpan Hull(DaySpan other) => new(Math.Min(From, other.From), Math.Max(To, other.To));
}
