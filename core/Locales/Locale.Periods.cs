using NodaTime;

namespace OpsAutomation.Locales;

/// <content>Periods of days, both ends included, with an en dash.</content>
public sealed partial record Locale
{
    /// <summary>
    /// A period without its year unless it spans two: <c>16–22 nov.</c>, <c>28 sept.–4 oct.</c>, <c>28 déc. 2026–3 janv. 2027</c>;
    /// <c>16–22 Nov</c>; <c>Nov 16–22</c> (US, Canada). One day is that day.
    /// </summary>
    public string Period(LocalDate from, LocalDate to) => Span(from, to, withYear: false);

    /// <summary>A period with its year: <c>16–22 nov. 2026</c>, <c>Nov 16–22, 2026</c> (US, Canada).</summary>
    public string PeriodWithYear(LocalDate from, LocalDate to) => Span(from, to, withYear: true);

    private string Span(LocalDate from, LocalDate to, bool withYear)
    {
        if (from.Year != to.Year)
            return ShortDate(from) + "–" + ShortDate(to);
        int? year = withYear ? to.Year : null;
        var month = ShortMonthName(to.Month);
        if (from == to)
            return Arrange(DayOfMonth(to), month, year);
        return from.Month == to.Month
            ? Arrange(DayOfMonth(from) + "–" + DayOfMonth(to), month, year)
            : DayMonth(from) + "–" + Arrange(DayOfMonth(to), month, year);
    }
}
