using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;

namespace OpsAutomation.Ops.Output;

/// <summary>Shows KPIs to a person: a table for each period, those without data in one line, then what to know and the sources.</summary>
internal sealed class KpiReport(Session session, Engagement engagement)
{
    private const int MostRows = 5;
    private readonly Locale locale = session.Locale;

    /// <summary>Writes the report.</summary>
    public void Write(IReadOnlyList<KpiResult> kpis)
    {
        var shown = kpis.Where(HasFigure).ToList();
        session.Line(engagement.Name);
        foreach (var group in shown.GroupBy(kpi => kpi.Period))
            WritePeriod(group.Key, [.. group]);
        WriteWithoutData([.. kpis.Where(kpi => !HasFigure(kpi))]);
        WriteWarnings(shown);
        WriteSources(kpis);
    }

    private static bool HasFigure(KpiResult kpi) => kpi.Value is not null || kpi.ByCurrency is { Count: > 0 } || kpi.Rows is { Count: > 0 };

    private void WritePeriod(KpiPeriod period, IReadOnlyList<KpiResult> kpis)
    {
        session.Line();
        session.Line(TitleOf(period));
        var table = new TextTable(
            TextColumn.Left(), TextColumn.Right(session.Say("value", "valeur")), TextColumn.Right(session.Say("change", "évolution")),
            TextColumn.Right(session.Say("target", "cible")), TextColumn.Left());
        foreach (var kpi in kpis)
        {
            table.Add("  " + session.Say(kpi.Label), ValueOf(kpi), ChangeOf(kpi), TargetOf(kpi), StatusOf(kpi) + MarksOf(kpi));
            foreach (var row in (kpi.Rows ?? []).Take(MostRows))
                table.Add("    " + row.Label, row.Amount is { } amount && kpi.Currency is { } currency ? locale.Money(amount, currency) : "", $"× {locale.Number(row.Count)}");
        }

        table.Write(session.Out);
    }

    private string TitleOf(KpiPeriod period)
    {
        var isMonth = period.From.Day == 1 && period.To == period.From.With(DateAdjusters.EndOfMonth);
        var dates = isMonth ? locale.Month(period.From) : locale.PeriodWithYear(period.From, period.To);
        var words = period.From.DayOfWeek == IsoDayOfWeek.Monday && Period.DaysBetween(period.From, period.To) == 6
            ? session.Say($"Week {dates}", $"Semaine {dates}")
            : dates;
        return period.Partial ? words + session.Say(" (partial period)", " (période partielle)") : words;
    }

    private string ValueOf(KpiResult kpi) => kpi.ByCurrency is { Count: > 0 } split
        ? string.Join(" + ", split.Where(part => part.Value is not null).Select(part => locale.Money(part.Value!.Value, part.Currency)))
        : kpi.Value is null ? "" : locale.Kpi(kpi);

    private string ChangeOf(KpiResult kpi) => kpi is { Value: { } value, Previous: { } previous }
        ? locale.KpiChange(value - previous, kpi.Unit, kpi.Currency)
        : "";

    private string TargetOf(KpiResult kpi)
    {
        if (kpi.Target is not { } target)
            return "";
        var figure = locale.Kpi(target, kpi.Unit, kpi.Currency);
        return kpi.Direction switch
        {
            KpiDirection.Within when kpi.TargetUpTo is { } upTo => $"{figure} – {locale.Kpi(upTo, kpi.Unit, kpi.Currency)}",
            KpiDirection.Lower => "≤ " + figure,
            _ => "≥ " + figure,
        };
    }

    // A target without a status: the figure rests on too little to be judged, such as an NPS of few answers.
    private string StatusOf(KpiResult kpi) => kpi switch
    {
        { Status: KpiStatus.NoTarget, Target: not null, SampleSize: < KpiResult.EnoughAnswers } => session.Say(
            $"fewer than {KpiResult.EnoughAnswers} answers", $"moins de {KpiResult.EnoughAnswers} réponses"),
        { Status: KpiStatus.NoTarget, Target: not null } => session.Say("no status", "sans statut"),
        _ => session.Say(KpiStatusWords.Marked(kpi.Status)),
    };

    private string MarksOf(KpiResult kpi)
    {
        var marks = new List<string>();
        if (kpi.Entered)
            marks.Add(session.Say("entered by hand", "saisi"));
        if (kpi.SampleSize is { } size)
            marks.Add($"n = {locale.Number(size)}");
        return marks.Count == 0 ? "" : $" ({string.Join(", ", marks)})";
    }

    // Those that the engagement follows are named; a reader of the others finds them in the JSON.
    private void WriteWithoutData(IReadOnlyList<KpiResult> kpis)
    {
        if (kpis.Count == 0)
            return;
        var followed = kpis.Where(kpi => engagement.Kpis.Followed.Contains(kpi.Id, StringComparer.OrdinalIgnoreCase)).ToList();
        session.Line();
        foreach (var kpi in followed)
            session.Line(session.Say($"No data: {session.Say(kpi.Label)} ({kpi.Id})", $"Pas de données : {session.Say(kpi.Label)} ({kpi.Id})"));
        if (kpis.Count > followed.Count)
        {
            var others = Counted.Of(session, kpis.Count - followed.Count, "KPI", "KPIs", "indicateur", "indicateurs");
            session.Line(session.Say(
                $"No data for {others} that the engagement does not follow (named by --json).",
                $"Pas de données pour {others} hors du suivi de la mission (détail avec --json)."));
        }
    }

    private void WriteWarnings(IReadOnlyList<KpiResult> kpis)
    {
        var warnings = kpis
            .SelectMany(kpi => kpi.Warnings.Select(warning => (Warning: session.Say(warning), Label: session.Say(kpi.Label))))
            .GroupBy(item => item.Warning, item => item.Label, StringComparer.Ordinal).ToList();
        if (warnings.Count == 0)
            return;
        session.Line();
        session.Line(session.Say("To know:", "À savoir\u00a0:"));
        foreach (var warning in warnings)
            session.Line($"  {string.Join(", ", warning.Distinct(StringComparer.Ordinal))}{session.Say(": ", "\u00a0: ")}{warning.Key}");
    }

    private void WriteSources(IReadOnlyList<KpiResult> kpis)
    {
        var sources = kpis.SelectMany(kpi => kpi.Sources).Distinct().OrderBy(source => source.ImportedAt).ThenBy(source => source.File, StringComparer.Ordinal).ToList();
        if (sources.Count == 0)
            return;
        session.Line();
        session.Line(session.Say("Sources:", "Sources\u00a0:"));
        var table = new TextTable(TextColumn.Left(), TextColumn.Right(), TextColumn.Right(), TextColumn.Left());
        foreach (var source in sources)
        {
            table.Add(
                "  " + source.File,
                Counted.Of(session, source.Rows, "row", "rows", "ligne", "lignes"),
                Counted.Of(session, source.Rejected, "rejected", "rejected", "rejetée", "rejetées"),
                session.Say("data of ", "données du ") + locale.ShortDate(source.Taken));
        }

        table.Write(session.Out);
    }
}
