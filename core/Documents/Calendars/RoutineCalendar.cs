using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Calendars;

/// <summary>
/// The days of the routines. On a public holiday a routine moves to the next working day of its week, else to the one before; in a week without a
/// working day it falls out. The first fortnight ends with the second week of the engagement; quarters are those of the fiscal year.
/// </summary>
public static class RoutineCalendar
{
    private const int ReviewWorkingDay = 5;

    /// <summary>The days of an engagement's routines between two days, both included, in order; those of one day in the order of the routines.</summary>
    public static IReadOnlyList<RoutineDay> Between(Engagement engagement, LocalDate from, LocalDate to)
    {
        var days = WorkingDays.Of(engagement);
        return
        [
            .. KeptRoutine.Of(engagement)
                .SelectMany(routine => Usual(routine, engagement, days, from, to).Select(usual => (Routine: routine, Usual: usual, Day: Moved(usual, days))))
                .Where(one => one.Day >= from && one.Day <= to)
                .Select(one => new RoutineDay(one.Routine, one.Day!.Value, one.Usual))
                .OrderBy(one => one.Day),
        ];
    }

    private static IEnumerable<LocalDate> Usual(KeptRoutine routine, Engagement engagement, WorkingDays days, LocalDate from, LocalDate to)
    {
        var monday = MondayOf(from);
        switch (routine.Every)
        {
            case RoutineRhythm.Week or RoutineRhythm.Fortnight:
                for (var week = monday; week <= to; week = week.PlusWeeks(1))
                {
                    var odd = Period.DaysBetween(MondayOf(engagement.Start), week) / 7 % 2 != 0;
                    if (routine.Every == RoutineRhythm.Week || odd)
                        yield return week.PlusDays((int)(routine.Day ?? IsoDayOfWeek.Monday) - 1);
                }
                break;
            case RoutineRhythm.Month:
                for (var month = First(from); month <= to; month = month.PlusMonths(1))
                    yield return OfMonth(month, routine.Day, days);
                break;
            default:
                for (var month = First(from); month <= to.PlusDays(7); month = month.PlusMonths(1))
                {
                    if (FiscalQuarter.IsLastMonth(month, engagement.FiscalYearStartMonth))
                        yield return LastOf(month, routine.Day ?? IsoDayOfWeek.Wednesday);
                }
                break;
        }
    }

    // The figures of a month are complete after some days: a review is on the fifth working day, or the first chosen weekday from then on.
    private static LocalDate OfMonth(LocalDate month, IsoDayOfWeek? weekday, WorkingDays days)
    {
        var day = days.OnOrAfter(month);
        for (var count = 1; count < ReviewWorkingDay; count++)
            day = days.NextWorkingDay(day);
        return weekday is not { } wanted || day.DayOfWeek == wanted ? day : day.Next(wanted);
    }

    private static LocalDate LastOf(LocalDate month, IsoDayOfWeek weekday)
    {
        var last = month.PlusMonths(1).PlusDays(-1);
        return last.DayOfWeek == weekday ? last : last.Previous(weekday);
    }

    private static LocalDate? Moved(LocalDate usual, WorkingDays days)
    {
        var monday = MondayOf(usual);
        var week = Enumerable.Range(0, 5).Select(n => monday.PlusDays(n)).Where(days.IsWorkingDay).ToList();
        if (week.Count == 0)
            return null;
        return week.Contains(usual) ? usual : week.FirstOrDefault(day => day > usual, week.LastOrDefault(day => day < usual, week[0]));
    }

    private static LocalDate MondayOf(LocalDate day) => day.PlusDays(1 - (int)day.DayOfWeek);

    private static LocalDate First(LocalDate day) => new(day.Year, day.Month, 1);
}
