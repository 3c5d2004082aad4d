using NodaTime;

namespace OpsAutomation.Documents.Calendars;

/// <summary>A quarter of a fiscal year.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Number">1 to 4 within its fiscal year.</param>
/// <param name="StartYear">The calendar year in which its fiscal year begins.</param>
/// <param name="StartMonth">The month in which its fiscal year begins.</param>
public sealed record FiscalQuarter(LocalDate From, LocalDate To, int Number, int StartYear, int StartMonth)
{
    /// <summary>The quarter of a day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="startMonth">The first month of the fiscal year, 1 to 12.</param>
    public static FiscalQuarter Of(LocalDate day, int startMonth)
    {
        var months = (day.Month - startMonth + 12) % 12;
        var from = new LocalDate(day.Year, day.Month, 1).PlusMonths(-(months % 3));
        var start = new LocalDate(day.Year, day.Month, 1).PlusMonths(-months);
        return new(from, from.PlusMonths(3).PlusDays(-1), (months / 3) + 1, start.Year, startMonth);
    }

    /// <summary>The quarter after this one.</summary>
    public FiscalQuarter Next => Of(To.PlusDays(1), StartMonth);

    /// <summary>What it is called: <c>Q1 2027</c>, and where the fiscal year is not the calendar year <c>Q2 2026/27</c>; <c>T2</c> in French.</summary>
    public string Name(Language language)
    {
        var year = StartMonth == 1 ? $"{StartYear}" : $"{StartYear}/{(StartYear + 1) % 100:00}";
        return (language == Language.French ? "T" : "Q") + Number + " " + year;
    }

    /// <summary>Whether a month is the last of a quarter.</summary>
    internal static bool IsLastMonth(LocalDate month, int startMonth) => (month.Month - startMonth + 12) % 3 == 2;
}
