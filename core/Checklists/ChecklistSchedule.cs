using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;
using OpsAutomation.Engagements;

namespace OpsAutomation.Checklists;

/// <summary>The days on which checklists start by themselves, in local days of the engagement.</summary>
internal static class ChecklistSchedule
{
    // After a longer downtime nobody wants the lists of all that time; the last one is what is still of use.
    private const int OldestDays = 35;

    /// <summary>
    /// The last start that a rule asks for up to a day: the name of its period, which stays whatever becomes of holidays and of the rule's day, and the
    /// day; null where there is none that still counts.
    /// </summary>
    public static (string Period, LocalDate Day)? Latest(ChecklistRule rule, LocalDate today, LocalDate first, WorkingDays calendar)
    {
        if (rule.Every is not { } cadence)
            return null;
        var oldest = today.PlusDays(cadence == ChecklistCadence.Day ? 0 : cadence == ChecklistCadence.Week ? -7 : -OldestDays);
        var start = StartOf(cadence, today);
        for (var step = 0; step < 2; step++)
        {
            var day = DayOf(rule.On, cadence, start, calendar);
            if (day is { } found && found <= today)
                return found >= oldest && found >= first ? (NameOf(cadence, start), found) : null;
            start = StartOf(cadence, start.PlusDays(-1));
        }

        return null;
    }

    private static LocalDate StartOf(ChecklistCadence cadence, LocalDate day) => cadence switch
    {
        ChecklistCadence.Day => day,
        ChecklistCadence.Week => day.PlusDays(-((int)day.DayOfWeek - 1)),
        ChecklistCadence.Month => new(day.Year, day.Month, 1),
        ChecklistCadence.Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        _ => new(day.Year, 1, 1),
    };

    private static LocalDate? DayOf(ChecklistDay on, ChecklistCadence cadence, LocalDate start, WorkingDays calendar)
    {
        if (cadence == ChecklistCadence.Day)
            return calendar.IsWorkingDay(start) ? start : null;
        if (on.IsLast)
        {
            var day = Next(cadence, start).PlusDays(-1);
            while (!calendar.IsWorkingDay(day))
                day = day.PlusDays(-1);
            return day < start ? null : day;
        }

        var asked = on switch
        {
            { Weekday: { } weekday } => start.PlusDays((int)weekday - 1),
            { Number: { } number } => Clipped(start.Year, on.Month ?? start.Month, number),
            _ => start,
        };
        return calendar.OnOrAfter(asked);
    }

    private static LocalDate Clipped(int year, int month, int number) =>
        new(year, month, Math.Min(number, CalendarSystem.Iso.GetDaysInMonth(year, month)));

    private static LocalDate Next(ChecklistCadence cadence, LocalDate start) => cadence switch
    {
        ChecklistCadence.Week => start.PlusWeeks(1),
        ChecklistCadence.Month => start.PlusMonths(1),
        ChecklistCadence.Quarter => start.PlusMonths(3),
        _ => start.PlusYears(1),
    };

    private static string NameOf(ChecklistCadence cadence, LocalDate start) => cadence switch
    {
        ChecklistCadence.Week => string.Create(
            CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(start):0000}-W{WeekYearRules.Iso.GetWeekOfWeekYear(start):00}"),
        ChecklistCadence.Month => string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}-{start.Month:00}"),
        ChecklistCadence.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year:0000}-Q{((start.Month - 1) / 3) + 1}"),
        ChecklistCadence.Year => start.Year.ToString("0000", CultureInfo.InvariantCulture),
        _ => LocalDatePattern.Iso.Format(start),
    };
}
