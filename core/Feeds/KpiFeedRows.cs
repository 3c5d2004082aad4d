using NodaTime;
using NodaTime.Calendars;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;

namespace OpsAutomation.Feeds;

/// <summary>The rows of a KPI: the periods of its series, oldest first, and its current one, by currency where there are several.</summary>
internal static class KpiFeedRows
{
    private static readonly IWeekYearRule IsoWeeks = WeekYearRules.Iso;

    /// <summary>Makes them.</summary>
    public static IEnumerable<KpiFeedRow> Of(Engagement engagement, KpiResult kpi)
    {
        var targets = new TargetBook(engagement.Kpis.Targets);
        var rows = kpi.Series
            .Select(point => Past(kpi, targets, point))
            .OfType<KpiFeedRow>()
            .ToList();
        var current = Current(kpi);
        // The last of the series is the current period, or ends with it; where amounts are split by currency the current rows say so.
        rows.RemoveAll(row => row.PeriodEnd == current[0].PeriodEnd);
        return rows.Concat(current);
    }

    private static IReadOnlyList<KpiFeedRow> Current(KpiResult kpi)
    {
        var label = kpi.Series.Count > 0 && kpi.Grain == Grain.Rolling ? kpi.Series[^1].Period : LabelOf(kpi.Grain, kpi.Period.From);
        var row = Row(kpi, label, kpi.Period.From, kpi.Period.To) with
        {
            IsCurrent = true,
            IsPartial = kpi.Period.Partial,
            Value = Exact(kpi.Value),
            Target = Exact(kpi.Target),
            TargetUpTo = Exact(kpi.TargetUpTo),
            Status = KpiJson.WordOf(kpi.Status),
            SampleSize = kpi.SampleSize,
            IsEntered = kpi.Entered,
        };
        // A target is for the whole, so the amount of one currency is not judged by it.
        return kpi.ByCurrency is { Count: > 0 } parts
            ? [.. parts.Select(part => row with { Currency = part.Currency, Value = Exact(part.Value), Target = null, TargetUpTo = null, Status = null })]
            : [row];
    }

    private static KpiFeedRow? Past(KpiResult kpi, TargetBook targets, KpiPoint point)
    {
        if (DaysOf(point.Period) is not var (from, to, grain))
            return null;
        // Rolling days end with the week, or with the period where that ends within it; all have the length of the current ones.
        if (kpi.Grain == Grain.Rolling)
        {
            to = LocalDate.Min(to, kpi.Period.To);
            from = to.PlusDays(-NodaTime.Period.DaysBetween(kpi.Period.From, kpi.Period.To));
            grain = Grain.Rolling;
        }

        var target = targets.Find(kpi.Id, grain, to);
        return Row(kpi, point.Period, from, to) with
        {
            Grain = WordOf(grain),
            Value = Exact(point.Value),
            Target = Exact(target?.Value),
            TargetUpTo = Exact(target?.UpTo),
            Status = StatusOf(kpi, target, point.Value),
        };
    }

    // Whether a survey had enough answers then is not known, so it is not judged.
    private static string? StatusOf(KpiResult kpi, KpiTarget? target, decimal? value)
    {
        if (value is not { } figure)
            return KpiJson.WordOf(KpiStatus.NoData);
        if (target is null)
            return KpiJson.WordOf(KpiStatus.NoTarget);
        return kpi.SampleSize is null ? KpiJson.WordOf(KpiJudgement.Judge(figure, target.Value, target.UpTo, target.ThresholdPercent, kpi.Direction)) : null;
    }

    private static KpiFeedRow Row(KpiResult kpi, string period, LocalDate from, LocalDate to) => new()
    {
        Kpi = kpi.Id,
        Label = kpi.Label,
        Unit = kpi.Unit.ToString().ToLowerInvariant(),
        Currency = kpi.Unit == KpiUnit.Money ? kpi.Currency : null,
        Grain = WordOf(kpi.Grain),
        Nature = kpi.Nature.ToString().ToLowerInvariant(),
        Period = period,
        PeriodStart = LocalDatePattern.Iso.Format(from),
        PeriodEnd = LocalDatePattern.Iso.Format(to),
    };

    private static (LocalDate From, LocalDate To, Grain Grain)? DaysOf(string period)
    {
        var parts = period.Split('-');
        if (parts.Length != 2 || !int.TryParse(parts[0], out var year) || !int.TryParse(parts[1].TrimStart('W'), out var number))
            return null;
        if (parts[1].StartsWith('W'))
        {
            var monday = IsoWeeks.GetLocalDate(year, number, IsoDayOfWeek.Monday);
            return (monday, monday.PlusDays(6), Grain.Week);
        }

        var first = new LocalDate(year, number, 1);
        return (first, first.With(DateAdjusters.EndOfMonth), Grain.Month);
    }

    private static string LabelOf(Grain grain, LocalDate from) => grain == Grain.Month
        ? $"{from.Year:0000}-{from.Month:00}"
        : $"{IsoWeeks.GetWeekYear(from):0000}-W{IsoWeeks.GetWeekOfWeekYear(from):00}";

    private static string WordOf(Grain grain) => grain.ToString().ToLowerInvariant();

    // Dividing by a one of full scale takes trailing zeros away and leaves the value as it is.
    private static decimal? Exact(decimal? value) => value / 1.0000000000000000000000000000m;
}
