using System.Globalization;
using NodaTime;
using NodaTime.Calendars;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents.Charts;

/// <summary>Makes the charts of a KPI from its series: six weeks and twelve months, each point with the target that was valid then.</summary>
internal sealed class KpiCharts(DocumentContext context)
{
    private readonly TargetBook targets = new(context.Engagement.Kpis.Targets);

    private Locale Locale => context.Locale;

    private bool French => context.Language == Language.French;

    /// <summary>Six weeks, labelled by the day on which each begins; null where the series is not of weeks.</summary>
    public Chart? Weeks(KpiResult kpi) => Of(kpi, "W", kpi.Grain == Grain.Rolling ? Grain.Rolling : Grain.Week, kpi.Grain == Grain.Rolling
        ? French ? "Six semaines, 90 jours glissants, au " : "Six weeks, rolling 90 days, to "
        : French ? "Six semaines au " : "Six weeks to ");

    /// <summary>Twelve months; null where the series is not of months.</summary>
    public Chart? Months(KpiResult kpi) => Of(kpi, "", Grain.Month, French ? "Douze mois, " : "Twelve months, ");

    private Chart? Of(KpiResult kpi, string mark, Grain grain, string title)
    {
        var points = kpi.Series.Where(point => point.Period.Contains('W', StringComparison.Ordinal) == (mark == "W")).ToList();
        if (points.Count == 0)
            return null;
        var days = points.Select(point => DaysOf(point.Period)).ToList();
        title += grain == Grain.Month ? $"{MonthOf(days[0].First)}–{MonthOf(days[^1].First)}" : Locale.ShortDate(days[^1].Last);
        return new(title, kpi.Unit, kpi.Currency, [.. points.Zip(days, (point, day) => Point(kpi, point, day, grain))]);
    }

    private ChartPoint Point(KpiResult kpi, KpiPoint point, (LocalDate First, LocalDate Last) days, Grain grain)
    {
        var target = targets.Find(kpi.Id, grain, days.Last);
        var label = grain == Grain.Month ? Locale.ShortMonthName(days.First.Month) : Locale.DayMonth(days.First);
        return new(label, point.Value, target?.Value, target?.UpTo);
    }

    private string MonthOf(LocalDate day) => $"{Locale.ShortMonthName(day.Month)} {day.Year.ToString(CultureInfo.InvariantCulture)}";

    private static (LocalDate First, LocalDate Last) DaysOf(string period)
    {
        var year = int.Parse(period.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);
        if (period[5] != 'W')
        {
            var month = new LocalDate(year, int.Parse(period.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture), 1);
            return (month, month.With(DateAdjusters.EndOfMonth));
        }

        var monday = WeekYearRules.Iso.GetLocalDate(year, int.Parse(period.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture), IsoDayOfWeek.Monday);
        return (monday, monday.PlusDays(6));
    }
}
