using OpsAutomation.Kpis;
using OpsAutomation.Logbook;

namespace OpsAutomation.Documents.Models;

/// <summary>The improvement cycle as templates read it: what is to be reviewed, what runs, what was learnt, and where the next problem may be.</summary>
internal static class ImprovementLines
{
    // A cycle is two weeks: what falls due before the next session is reviewed in this one.
    private const int Cycle = 13;
    private const int Candidates = 3;

    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var open = LogLines.Open(context, LogKind.Improvement);
        var due = open.Where(item => item.Due <= context.Today).ToList();
        return new()
        {
            ["due"] = Lines(due),
            ["running"] = Lines(open.Except(due)),
            ["closed"] = Lines(context.Log
                .Where(item => item is { Kind: LogKind.Improvement, Open: false })
                .OrderByDescending(item => item.ClosedOn ?? item.Added).ThenByDescending(item => item.Id.Length).ThenByDescending(item => item.Id, StringComparer.Ordinal)),
            ["candidates"] = Free(context).Take(Candidates).Select(kpi => (object?)KpiLines.Model(context, kpi, people)).ToList(),
            ["next"] = context.Today.PlusDays(Cycle + 1),
        };

        List<object?> Lines(IEnumerable<LogItem> items) => [.. items.Select(item => Line(context, item, people))];
    }

    // A KPI off target that no improvement works on yet; the worst first.
    private static IEnumerable<KpiResult> Free(DocumentContext context) => KpiLines.OffTarget(context)
        .Where(kpi => !context.Log.Any(item => item is { Kind: LogKind.Improvement, Open: true } && item.Kpi == kpi.Id));

    /// <summary>An improvement as a template reads it, with what its figure says now.</summary>
    public static Values Line(DocumentContext context, LogItem item, People people)
    {
        var kpi = item.Kpi is { } id ? context.Kpis.FirstOrDefault(kpi => kpi.Id == id) : null;
        var line = LogLines.Model(context, item, people);
        line["cause"] = item.Cause;
        line["change"] = item.Change;
        line["kpi"] = kpi?.Label.In(context.Language);
        line["kpiNow"] = kpi is null ? null : context.Locale.Kpi(kpi);
        line["kpiTarget"] = kpi?.Target is null ? null : KpiLines.Target(context.Locale, kpi);
        return line;
    }
}
