using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>The rules from which the holidays of a year are built.</summary>
internal sealed class HolidayRules(int year)
{
    private readonly List<Holiday> days = [];
    private readonly LocalDate easter = Easter.Of(year);

    public int Year => year;

    public IReadOnlyList<Holiday> Days => days;

    public HolidayRules Fixed(int month, int day, string en, string fr) => Add(new(year, month, day), en, fr);

    public HolidayRules Add(LocalDate day, string en, string fr)
    {
        days.Add(new(day, new(en, fr)));
        return this;
    }

    public HolidayRules AfterEaster(int offset, string en, string fr) => Add(easter.PlusDays(offset), en, fr);

    /// <summary>The nth such weekday of a month, from 1; the last one where n is -1.</summary>
    public HolidayRules Nth(int n, IsoDayOfWeek weekday, int month, string en, string fr) => Add(NthOf(year, n, weekday, month), en, fr);

    public HolidayRules NewYear() => Fixed(1, 1, "New Year's Day", "Jour de l'An");

    public HolidayRules GoodFriday() => AfterEaster(-2, "Good Friday", "Vendredi saint");

    public HolidayRules EasterMonday() => AfterEaster(1, "Easter Monday", "Lundi de Pâques");

    public HolidayRules Ascension() => AfterEaster(39, "Ascension Day", "Ascension");

    public HolidayRules WhitMonday() => AfterEaster(50, "Whit Monday", "Lundi de Pentecôte");

    public HolidayRules CorpusChristi() => AfterEaster(60, "Corpus Christi", "Fête-Dieu");

    public HolidayRules LabourDayOfMay() => Fixed(5, 1, "Labour Day", "Fête du Travail");

    public HolidayRules Assumption() => Fixed(8, 15, "Assumption Day", "Assomption");

    public HolidayRules AllSaints() => Fixed(11, 1, "All Saints' Day", "Toussaint");

    public HolidayRules Christmas() => Fixed(12, 25, "Christmas Day", "Noël");

    /// <summary>A holiday on a Saturday or Sunday moves to the next day that is neither weekend nor holiday.</summary>
    public HolidayRules MoveOffWeekends(Func<Holiday, bool>? which = null)
    {
        for (var i = 0; i < days.Count; i++)
        {
            var holiday = days[i];
            if (!IsWeekend(holiday.Day) || which?.Invoke(holiday) == false)
                continue;
            var moved = holiday.Day;
            while (IsWeekend(moved) || days.Exists(other => other.Day == moved))
                moved = moved.PlusDays(1);
            days[i] = holiday with { Day = moved };
        }

        return this;
    }

    public static LocalDate NthOf(int year, int n, IsoDayOfWeek weekday, int month)
    {
        if (n < 0)
        {
            var last = new LocalDate(year, month, 1).PlusMonths(1).PlusDays(-1);
            return last.DayOfWeek == weekday ? last : last.Previous(weekday);
        }

        var first = new LocalDate(year, month, 1);
        return (first.DayOfWeek == weekday ? first : first.Next(weekday)).PlusWeeks(n - 1);
    }

    public static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
