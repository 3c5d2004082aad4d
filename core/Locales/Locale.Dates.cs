using System.Globalization;
using NodaTime;

namespace OpsAutomation.Locales;

/// <content>Days and months. The first of a month is <c>1er</c> in French.</content>
public sealed partial record Locale
{
    private bool MonthFirst => Id is "en-US" or "en-CA";

    /// <summary>A day in full: <c>lundi 5 octobre 2026</c>, <c>Monday 5 October 2026</c>, <c>Monday, October 5, 2026</c> (US, Canada).</summary>
    public string LongDate(LocalDate day) => DayName(day.DayOfWeek) + (MonthFirst ? ", " : " ") + Date(day);

    /// <summary>A day: <c>1er octobre 2026</c>, <c>5 October 2026</c>, <c>October 5, 2026</c> (US, Canada).</summary>
    public string Date(LocalDate day) => Arrange(DayOfMonth(day), MonthName(day.Month), day.Year);

    /// <summary>A day in short: <c>5 oct. 2026</c>, <c>5 Oct 2026</c>, <c>Oct 5, 2026</c> (US, Canada).</summary>
    public string ShortDate(LocalDate day) => Arrange(DayOfMonth(day), ShortMonthName(day.Month), day.Year);

    /// <summary>A moment: its day in short and its time, <c>5 oct. 2026 14:30</c>.</summary>
    public string ShortMoment(LocalDateTime moment) => $"{ShortDate(moment.Date)} {Time(moment.TimeOfDay)}";

    /// <summary>A day without its year: <c>16 nov.</c>, <c>16 Nov</c>, <c>Nov 16</c> (US, Canada).</summary>
    public string DayMonth(LocalDate day) => Arrange(DayOfMonth(day), ShortMonthName(day.Month), null);

    /// <summary>A weekday without its year: <c>lundi 16 novembre</c>, <c>Monday 16 November</c>, <c>Monday, November 16</c> (US, Canada).</summary>
    public string WeekdayDate(LocalDate day) =>
        DayName(day.DayOfWeek) + (MonthFirst ? ", " : " ") + Arrange(DayOfMonth(day), MonthName(day.Month), null);

    /// <summary>A month: <c>novembre 2026</c>, <c>November 2026</c>.</summary>
    public string Month(LocalDate anyDay) => MonthName(anyDay.Month) + " " + Year(anyDay.Year);

    /// <summary>A day in digits, as the country writes it: <c>20/11/2026</c>, <c>20.11.2026</c> (Switzerland), <c>2026-11-20</c> (Canada), <c>11/20/2026</c> (US).</summary>
    public string NumericDate(LocalDate day) => Id switch
    {
        "fr-CH" => $"{Two(day.Day)}.{Two(day.Month)}.{Year(day.Year)}",
        "fr-CA" or "en-CA" => $"{Year(day.Year)}-{Two(day.Month)}-{Two(day.Day)}",
        "en-US" => $"{Two(day.Month)}/{Two(day.Day)}/{Year(day.Year)}",
        _ => $"{Two(day.Day)}/{Two(day.Month)}/{Year(day.Year)}",
    };

    /// <summary>A day in digits without its year: <c>20/11</c>, <c>20.11</c> (Switzerland), <c>11-20</c> (Canada), <c>11/20</c> (US).</summary>
    public string NumericDayMonth(LocalDate day) => Id switch
    {
        "fr-CH" => $"{Two(day.Day)}.{Two(day.Month)}",
        "fr-CA" or "en-CA" => $"{Two(day.Month)}-{Two(day.Day)}",
        "en-US" => $"{Two(day.Month)}/{Two(day.Day)}",
        _ => $"{Two(day.Day)}/{Two(day.Month)}",
    };

    /// <summary>A time of day: <c>7 h 30</c> (France, Belgium, Canada; U+00A0), <c>7:30</c>.</summary>
    public string Time(LocalTime time) => Language == Language.French && Id != "fr-CH"
        ? time.Hour.ToString(CultureInfo.InvariantCulture) + "\u00a0h" + (time.Minute == 0 ? "" : NoBreakSpace + Two(time.Minute))
        : time.Hour.ToString(CultureInfo.InvariantCulture) + ":" + Two(time.Minute);

    private string DayOfMonth(LocalDate day) =>
        Language == Language.French && day.Day == 1 ? "1er" : day.Day.ToString(CultureInfo.InvariantCulture);

    private string Arrange(string dayOrDays, string month, int? year) => (MonthFirst, year) switch
    {
        (true, null) => $"{month} {dayOrDays}",
        (true, { } known) => $"{month} {dayOrDays}, {Year(known)}",
        (false, null) => $"{dayOrDays} {month}",
        (false, { } known) => $"{dayOrDays} {month} {Year(known)}",
    };

    private static string Two(int number) => number.ToString("00", CultureInfo.InvariantCulture);

    private static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);
}
