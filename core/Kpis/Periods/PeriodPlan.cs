using NodaTime;
using NodaTime.Calendars;

namespace OpsAutomation.Kpis.Periods;

/// <summary>Every period for which a KPI is computed: the one asked for, those it is compared with, and the series.</summary>
internal sealed record PeriodPlan
{
    /// <summary>Days of a rolling period.</summary>
    public const int RollingDays = 90;

    private const int Weeks = 6;
    private const int Months = 12;
    private static readonly IWeekYearRule IsoWeeks = WeekYearRules.Iso;

    /// <summary>The period asked for.</summary>
    public required DaySpan Asked { get; init; }

    /// <summary>The grain of which the period is exactly one, or null: then no target holds for it.</summary>
    public required Grain? Shape { get; init; }

    /// <summary>Whether the period is under way on the day asked for.</summary>
    public required bool Partial { get; init; }

    /// <summary>The period of equal length just before.</summary>
    public required DaySpan Previous { get; init; }

    /// <summary>The same period a year earlier; null for a week 53 that the year before has not.</summary>
    public required DaySpan? YearAgo { get; init; }

    /// <summary>Six ISO weeks or twelve months, the last of which holds the end of the period.</summary>
    public required IReadOnlyList<PeriodPoint> Series { get; init; }

    /// <summary>The days of all of them.</summary>
    public DaySpan Range => Series.Aggregate(YearAgo is { } ago ? Asked.Hull(Previous).Hull(ago) : Asked.Hull(Previous), (hull, point) => hull.Hull(point.Span));

    /// <summary>Plans the last complete period of a grain before a day, rolling days that end on it; no later than the month of <paramref name="latest"/> where that is given.</summary>
    public static PeriodPlan LastComplete(Grain grain, LocalDate at, LocalDate? latest = null)
    {
        switch (grain)
        {
            case Grain.Week:
                var monday = at.Previous(IsoDayOfWeek.Monday).PlusDays(at.DayOfWeek == IsoDayOfWeek.Monday ? 0 : -7);
                return For(grain, monday, monday.PlusDays(6), at);
            case Grain.Month:
                var month = at.With(DateAdjusters.StartOfMonth).PlusMonths(-1);
                if (latest is { } last && last < month)
                    month = last.With(DateAdjusters.StartOfMonth);
                return For(grain, month, month.With(DateAdjusters.EndOfMonth), at);
            default:
                return For(grain, at.PlusDays(1 - RollingDays), at, at, rolling: true);
        }
    }

    /// <summary>Plans a period that was named by its days, for a KPI of a grain.</summary>
    public static PeriodPlan Explicit(Grain grain, LocalDate from, LocalDate to, LocalDate at) => For(grain, from, to, at);

    private static PeriodPlan For(Grain grain, LocalDate from, LocalDate to, LocalDate at, bool rolling = false)
    {
        var asked = DaySpan.Of(from, to);
        var wholeMonths = !rolling && from.Day == 1 && to == to.With(DateAdjusters.EndOfMonth);
        var oneMonth = wholeMonths && from.Year == to.Year && from.Month == to.Month;
        var wholeWeeks = !rolling && from.DayOfWeek == IsoDayOfWeek.Monday && to.DayOfWeek == IsoDayOfWeek.Sunday;
        var oneWeek = wholeWeeks && asked.Length == 7;
        var shape = oneMonth ? Grain.Month
            : oneWeek ? Grain.Week
            : grain == Grain.Rolling && asked.Length == RollingDays ? Grain.Rolling
            : (Grain?)null;
        var byMonth = wholeMonths || (!wholeWeeks && grain == Grain.Month);
        return new()
        {
            Asked = asked,
            Shape = shape,
            Partial = !rolling && to >= at,
            Previous = oneMonth ? DaySpan.Of(from.PlusMonths(-1), from.PlusDays(-1)) : new(asked.From - asked.Length, asked.From - 1),
            YearAgo = YearBefore(from, to, oneWeek, wholeMonths),
            Series = byMonth ? MonthsTo(to) : WeeksTo(to, rolling),
        };
    }

    private static DaySpan? YearBefore(LocalDate from, LocalDate to, bool oneWeek, bool wholeMonths)
    {
        if (oneWeek)
        {
            var year = IsoWeeks.GetWeekYear(from) - 1;
            var week = IsoWeeks.GetWeekOfWeekYear(from);
            if (week > IsoWeeks.GetWeeksInWeekYear(year, CalendarSystem.Iso))
                return null;
            var monday = IsoWeeks.GetLocalDate(year, week, IsoDayOfWeek.Monday);
            return DaySpan.Of(monday, monday.PlusDays(6));
        }

        // A month that ends on February 28 or 29 ends on the last of February a year earlier too.
        var end = to.PlusYears(-1);
        return DaySpan.Of(from.PlusYears(-1), wholeMonths ? end.With(DateAdjusters.EndOfMonth) : end);
    }

    private static List<PeriodPoint> MonthsTo(LocalDate to)
    {
        var last = to.With(DateAdjusters.StartOfMonth);
        return [.. Enumerable.Range(1 - Months, Months)
            .Select(back => last.PlusMonths(back))
            .Select(month => new PeriodPoint($"{month.Year:0000}-{month.Month:00}", DaySpan.Of(month, month.With(DateAdjusters.EndOfMonth))))];
    }

    private static List<PeriodPoint> WeeksTo(LocalDate to, bool rolling)
    {
        var last = to.DayOfWeek == IsoDayOfWeek.Monday ? to : to.Previous(IsoDayOfWeek.Monday);
        return [.. Enumerable.Range(1 - Weeks, Weeks).Select(back => WeekPoint(last.PlusWeeks(back)))];

        // Rolling days end with the week, or with the period where that ends within the week.
        PeriodPoint WeekPoint(LocalDate monday)
        {
            var end = DaySpan.DayOf(monday) + 6;
            var span = rolling ? RollingTo(Math.Min(end, DaySpan.DayOf(to))) : new DaySpan(end - 6, end);
            return new($"{IsoWeeks.GetWeekYear(monday):0000}-W{IsoWeeks.GetWeekOfWeekYear(monday):00}", span);
        }
    }

    private static DaySpan RollingTo(int day) => new(day - RollingDays + 1, day);
}
