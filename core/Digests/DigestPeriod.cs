using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>The week that a digest is about: Monday to Sunday (ISO 8601), complete, in the engagement's zone.</summary>
public static class DigestPeriod
{
    /// <summary>The last week that had ended before the day began.</summary>
    public static DateInterval Before(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return new(monday.PlusDays(-7), monday.PlusDays(-1));
    }

    /// <summary>The day to ask KPIs for: the one after the week, before which week and month are the last complete ones.</summary>
    public static LocalDate FiguresAsOf(DateInterval period) => period.End.PlusDays(1);

    /// <summary>The week as an id that sorts by time, such as <c>2026-11-16</c>: its Monday.</summary>
    public static string Id(DateInterval period) => NodaTime.Text.LocalDatePattern.Iso.Format(period.Start);
}
