using System.Collections.Concurrent;
using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>Working days: Monday to Friday without the public holidays of a country and region. Safe to share between threads.</summary>
/// <param name="country">ISO 3166 country.</param>
/// <param name="region">ISO 3166-2 region, or null.</param>
public sealed class WorkingDays(string country, string? region = null)
{
    private readonly ConcurrentDictionary<int, HashSet<LocalDate>> holidays = new();

    /// <summary>The working days of an engagement's client.</summary>
    public static WorkingDays Of(Engagement engagement) => new(engagement.Country, engagement.Region);

    /// <summary>Whether people work on the day.</summary>
    public bool IsWorkingDay(LocalDate day) => !HolidayRules.IsWeekend(day) && !IsHoliday(day);

    /// <summary>Whether the day is a public holiday, on a weekend or not.</summary>
    public bool IsHoliday(LocalDate day) => holidays
        .GetOrAdd(day.Year, year => [.. Holidays.Of(country, region, year).Select(holiday => holiday.Day)])
        .Contains(day);

    /// <summary>The day itself where people work on it, else the next working day.</summary>
    public LocalDate OnOrAfter(LocalDate day)
    {
        while (!IsWorkingDay(day))
            day = day.PlusDays(1);
        return day;
    }

    /// <summary>The first working day after the day.</summary>
    public LocalDate NextWorkingDay(LocalDate day) => OnOrAfter(day.PlusDays(1));

    /// <summary>How many working days there are between two days, both included; 0 where the second is before the first.</summary>
    public int Count(LocalDate from, LocalDate to)
    {
        var count = 0;
        for (var day = from; day <= to; day = day.PlusDays(1))
        {
            if (IsWorkingDay(day))
                count++;
        }

        return count;
    }
}
