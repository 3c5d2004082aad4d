using NodaTime;

namespace OpsAutomation.Documents.Calendars;

/// <summary>The days between two days, both included, in which statutory dates are looked for. A day beyond the end of its month is the last of the month.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="FiscalStart">The first month of the fiscal year, 1 to 12.</param>
public sealed record LegalWindow(LocalDate From, LocalDate To, int FiscalStart)
{
    /// <summary>The last day of a month, whatever its length.</summary>
    public const int End = 31;

    /// <summary>Whether the fiscal year is the calendar year.</summary>
    public bool IsCalendarYear => FiscalStart == 1;

    /// <summary>A day of every year.</summary>
    public IEnumerable<LocalDate> Yearly(int month, int day) => Months(at => at.Month == month, day);

    /// <summary>A day of every month.</summary>
    public IEnumerable<LocalDate> Monthly(int day) => Months(_ => true, day);

    /// <summary>A day of a month that follows the end of a calendar quarter by so many months.</summary>
    public IEnumerable<LocalDate> AfterQuarter(int months, int day) => Months(at => (at.Month - months + 12) % 3 == 0, day);

    /// <summary>The same after the quarters of the fiscal year.</summary>
    public IEnumerable<LocalDate> AfterFiscalQuarter(int months, int day) => Months(at => (at.Month - months - FiscalStart + 13) % 3 == 0, day);

    /// <summary>A day of the month that follows the end of the fiscal year by so many months.</summary>
    public IEnumerable<LocalDate> AfterYearEnd(int months, int day) => Months(at => Month(at) == ((months - 1) % 12) + 1, day);

    /// <summary>A day of the nth month of the fiscal year.</summary>
    public IEnumerable<LocalDate> InFiscalYear(int nth, int day) => Months(at => Month(at) == nth, day);

    /// <summary>A single day.</summary>
    public IEnumerable<LocalDate> Once(LocalDate day) => day >= From && day <= To ? [day] : [];

    // 1 for the first month of the fiscal year.
    private int Month(LocalDate at) => ((at.Month - FiscalStart + 12) % 12) + 1;

    private IEnumerable<LocalDate> Months(Func<LocalDate, bool> fits, int day)
    {
        for (var month = new LocalDate(From.Year, From.Month, 1); month <= To; month = month.PlusMonths(1))
        {
            if (!fits(month))
                continue;
            var date = month.PlusDays(Math.Min(day, month.Calendar.GetDaysInMonth(month.Year, month.Month)) - 1);
            if (date >= From && date <= To)
                yield return date;
        }
    }
}
