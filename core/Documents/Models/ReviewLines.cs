using NodaTime;
using OpsAutomation.Documents.Charts;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;

namespace OpsAutomation.Documents.Models;

/// <summary>
/// The Monthly Business Review as its template reads it: the last full month of every KPI that is followed, its two charts, and what people said, decided and
/// did since the month began.
/// </summary>
internal static class ReviewLines
{
    private const int MostFindings = 3;

    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var (from, to) = LastMonth(context.Today);
        var months = ById(context.Figures?.Invoke(from, to));
        var sunday = LogLines.StartOfWeek(context.Today).PlusDays(-1);
        var weeks = ById(context.Figures?.Invoke(sunday.PlusDays(-6), sunday));
        var charts = new KpiCharts(context);
        var followed = KpiLines.FollowedIds(context).Select(id => Now(context, id)).OfType<KpiResult>().ToList();
        return new()
        {
            ["month"] = context.Locale.Month(from),
            ["since"] = from,
            ["kpis"] = followed.Select(kpi => (object?)Line(kpi)).ToList(),
            ["off"] = Findings(followed.Where(kpi => kpi.Status == KpiStatus.OffTarget).OrderByDescending(KpiLines.Miss)),
            ["met"] = Findings(followed.Where(kpi => kpi.Status == KpiStatus.OnTarget).OrderByDescending(KpiLines.Miss)),
            ["offCount"] = followed.Count(kpi => kpi.Status == KpiStatus.OffTarget),
            ["riskCount"] = followed.Count(kpi => kpi.Status == KpiStatus.AtRisk),
            ["metCount"] = followed.Count(kpi => kpi.Status == KpiStatus.OnTarget),
            ["openCount"] = followed.Count(kpi => kpi.Status is KpiStatus.NoTarget),
            ["silentCount"] = followed.Count(kpi => kpi.Status is KpiStatus.NoData),
            ["count"] = followed.Count,
            ["comments"] = Lines(Since(LogKind.Comment).Where(item => item.Kpi is null || !followed.Exists(kpi => kpi.Id == item.Kpi))),
            ["decided"] = Lines(LogLines.Taken(context).Where(item => (item.ClosedOn ?? item.Added) >= from)),
            ["done"] = Lines(context.Log.Where(item => item is { Kind: LogKind.Action, Open: false } && (item.ClosedOn ?? item.Added) >= from).OrderBy(item => item.ClosedOn).ThenBy(item => item.Id, StringComparer.Ordinal)),
            ["learnt"] = Lines(context.Log.Where(item => item is { Kind: LogKind.Improvement, Open: false } && (item.ClosedOn ?? item.Added) >= from).OrderBy(item => item.ClosedOn).ThenBy(item => item.Id, StringComparer.Ordinal)),
        };

        List<object?> Findings(IEnumerable<KpiResult> kpis) => [.. kpis.Take(MostFindings).Select(kpi => (object?)KpiLines.Model(context, kpi, people))];
        List<object?> Lines(IEnumerable<LogItem> items) => LogLines.Models(context, items, people);
        IEnumerable<LogItem> Since(LogKind kind) => context.Log.Where(item => item.Kind == kind && item.Added >= from).OrderBy(item => item.Added).ThenBy(item => item.Id, StringComparer.Ordinal);
        Values Line(KpiResult kpi)
        {
            var line = KpiLines.Model(context, kpi, people);
            var month = months.GetValueOrDefault(kpi.Id);
            line["monthValue"] = month is null ? "–" : context.Locale.Kpi(month);
            line["monthChange"] = Difference(month, month?.Previous);
            line["yearChange"] = Difference(month, month?.YearAgo);
            line["weeks"] = Drawn(charts.Weeks(kpi) ?? (weeks.GetValueOrDefault(kpi.Id) is { } weekly ? charts.Weeks(weekly) : null));
            line["months"] = Drawn(charts.Months(month ?? kpi));
            line["silent"] = kpi.Value is null && kpi.ByCurrency is not { Count: > 0 };
            line["missed"] = kpi.Status is KpiStatus.OffTarget or KpiStatus.AtRisk;
            line["comments"] = Lines(Since(LogKind.Comment).Where(item => item.Kpi == kpi.Id));
            line["actions"] = Lines(LogLines.Open(context, LogKind.Action).Where(item => item.Kpi == kpi.Id));
            return line;
        }

        // Of what has no figure at all there is nothing to draw.
        static Chart? Drawn(Chart? chart) => chart is { HasValues: true } ? chart : null;
        string Difference(KpiResult? kpi, decimal? other) => kpi?.Value is { } value && other is { } known ? context.Locale.KpiChange(value - known, kpi.Unit, kpi.Currency) : "–";
    }

    /// <summary>The last full month before a day.</summary>
    public static (LocalDate From, LocalDate To) LastMonth(LocalDate day)
    {
        var first = day.With(DateAdjusters.StartOfMonth).PlusMonths(-1);
        return (first, first.With(DateAdjusters.EndOfMonth));
    }

    private static KpiResult? Now(DocumentContext context, string id) => context.Kpis.FirstOrDefault(kpi => kpi.Id == id);

    private static Dictionary<string, KpiResult> ById(IReadOnlyList<KpiResult>? kpis) => (kpis ?? []).ToDictionary(kpi => kpi.Id, StringComparer.Ordinal);
}
