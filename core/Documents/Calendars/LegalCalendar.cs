using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Calendars;

/// <summary>The legal and HR calendar of an engagement's client for twelve months.</summary>
public sealed record LegalCalendar
{
    /// <summary>The first day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day.</summary>
    public required LocalDate To { get; init; }

    /// <summary>What is due, by day; dates of every month are left out.</summary>
    public required IReadOnlyList<CalendarEntry> Entries { get; init; }

    /// <summary>What is due every month, each with its next day.</summary>
    public required IReadOnlyList<CalendarEntry> Monthly { get; init; }

    /// <summary>Duties whose day is the company's own.</summary>
    public required IReadOnlyList<LegalReminder> Reminders { get; init; }

    /// <summary>The calendar of the twelve months that begin on a day.</summary>
    public static LegalCalendar Of(Engagement engagement, LocalDate today)
    {
        var window = new LegalWindow(today, today.PlusYears(1).PlusDays(-1), engagement.FiscalYearStartMonth);
        var days = WorkingDays.Of(engagement);
        var dates = LegalDates.For(engagement);
        CalendarEntry Entry(LegalDate date, LocalDate day) => new(date.Id, day, OnOrBefore(day, days), date.Kind, date.Title, date.Basis, engagement.Calendar.Owner);

        return new()
        {
            From = window.From,
            To = window.To,
            Monthly = [.. dates.Where(date => date.IsMonthly).Select(date => Entry(date, date.Days(window).First())).OrderBy(entry => entry.Due)],
            Entries =
            [
                .. dates.Where(date => !date.IsMonthly).SelectMany(date => date.Days(window).Select(day => Entry(date, day)))
                    .Concat(engagement.Calendar.Dates.SelectMany(own => Days(own, window).Select(day => new CalendarEntry(
                        null, day, OnOrBefore(day, days), null, new(own.Title, own.Title), null, own.Owner ?? engagement.Calendar.Owner))))
                    .OrderBy(entry => entry.Due).ThenBy(entry => entry.Id ?? "", StringComparer.Ordinal),
            ],
            Reminders = LegalDates.RemindersFor(engagement),
        };
    }

    // The law of most countries moves a date that no office works on to the next working day; who is done the day before never needs to know.
    private static LocalDate OnOrBefore(LocalDate day, WorkingDays days)
    {
        while (!days.IsWorkingDay(day))
            day = day.PlusDays(-1);
        return day;
    }

    private static IEnumerable<LocalDate> Days(CalendarDate own, LegalWindow window)
    {
        if (own.EveryMonths is not { } months)
            return window.Once(own.On);
        // Counted from the first day, so that the 31st comes back after a short month.
        return Enumerable.Range(0, int.MaxValue)
            .Select(n => own.On.PlusMonths(n * months))
            .TakeWhile(day => day <= window.To)
            .Where(day => day >= window.From);
    }
}
