using NodaTime;
using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>A KPI as a line of the table, with what must be known of it beside the figure.</summary>
internal static class FigureComposer
{
    /// <summary>One line.</summary>
    public static DigestFigure Compose(KpiView view, DigestReader reader)
    {
        var (symbol, word) = Status(view, reader);
        var series = Sparkline.LastSix(view.Kpi);
        var trend = Sparkline.Of(series);
        var remedy = reader.Limits.Notes > 0 ? reader.Context.Remedies.GetValueOrDefault(view.Id) : null;
        return new()
        {
            Kpi = view.Id,
            Label = view.Label,
            Note = string.Join(", ", Notes(view, reader)),
            Value = view.Value,
            Change = view.ChangeText,
            Target = view.Target,
            Remedy = remedy is null ? "" : reader.Label(remedy.Title) + (remedy.Shelf is null ? reader.Say(" (not in force yet)", " (pas encore en vigueur)") : ""),
            RemedyUrl = remedy?.Shelf is { } shelf ? reader.Link(links => links.Document(shelf), "")?.Url : null,
            Status = view.Kpi.Status,
            Symbol = symbol,
            Word = word,
            Trend = trend,
            TrendText = trend.Length == 0 ? "" : TrendText(view, series, reader),
        };
    }

    private static (string Symbol, string Word) Status(KpiView view, DigestReader reader)
    {
        var symbol = KpiStatusWords.Symbol(view.Kpi.Status);
        var word = view.HasData ? KpiStatusWords.Word(view.Kpi) : KpiStatusWords.Word(KpiStatus.NoData);
        return (symbol.Length > 0 ? symbol : KpiView.Dash, reader.Say(word.En, word.Fr));
    }

    private static string TrendText(KpiView view, IReadOnlyList<decimal?> series, DigestReader reader)
    {
        var values = string.Join(" · ", series.Select(value => value is { } v ? view.Format(v) : KpiView.Dash));
        return view.Kpi.Grain == Grain.Month
            ? reader.Say($"Last months: {values}", $"Derniers mois\u00a0: {values}")
            : reader.Say($"Last weeks: {values}", $"Dernières semaines\u00a0: {values}");
    }

    private static List<string> Notes(KpiView view, DigestReader reader)
    {
        var kpi = view.Kpi;
        List<string> notes = [];
        if (!view.HasData)
            return notes;
        if (kpi.Grain == Grain.Month)
            notes.Add(reader.Locale.Month(kpi.Period.From));
        else if (kpi.Grain == Grain.Rolling)
            notes.Add(reader.Say($"{Days(kpi.Period)} days", $"{Days(kpi.Period)}\u00a0j"));
        if (kpi.SampleSize is { } size)
            notes.Add($"n\u00a0=\u00a0{reader.Locale.Number(size, 0)}");
        if (kpi.Period.Partial)
            notes.Add(reader.Say("partial period", "période partielle"));
        if (kpi.Entered)
        {
            var day = kpi.EnteredFor is { } entered ? $" {reader.Locale.NumericDayMonth(entered)}" : "";
            notes.Add(reader.Say($"entered by hand{day}", $"saisi{day}"));
        }

        if (kpi.ByCurrency is { Count: > 1 })
            notes.Add(reader.Say("by currency, not added up", "par devise, sans total"));
        if (AgeNote(view, reader) is { } age)
            notes.Add(age);
        if (RevisedNote(view, reader) is { } revised)
            notes.Add(revised);
        return notes;
    }

    // Data that end before the period does cannot hold all of it, old or not.
    private static string? AgeNote(KpiView view, DigestReader reader)
    {
        if (view.DataOf is not { } day)
            return null;
        var date = reader.Locale.DayMonth(day);
        if (view.IsStale)
            return reader.Say($"stale: data of {date}", $"données anciennes\u00a0: {date}");
        return day < view.Kpi.Period.To ? reader.Say($"data of {date}", $"données au {date}") : null;
    }

    private static string? RevisedNote(KpiView view, DigestReader reader)
    {
        if (view.Kpi.Value is not { } value)
            return null;
        var kpi = view.Kpi;
        foreach (var sent in reader.Context.SentBefore.Where(sent => sent.Kpi == kpi.Id && sent.Currency == kpi.Currency))
        {
            if (sent.Value is not { } was)
                continue;
            if (sent.From == kpi.Period.From && sent.To == kpi.Period.To && view.Format(was) != view.Format(value))
                return reader.Say($"revised, was {view.Format(was)}", $"révisé, avant {view.Format(was)}");
            if (IsPeriodBefore(sent, kpi) && kpi.Previous is { } before && view.Format(was) != view.Format(before))
                return reader.Say($"previous revised: {view.Format(before)}, was {view.Format(was)}", $"précédent révisé\u00a0: {view.Format(before)}, avant {view.Format(was)}");
        }

        return null;
    }

    private static bool IsPeriodBefore(SentFigure sent, KpiResult kpi) => kpi.Grain switch
    {
        Grain.Week => sent.From == kpi.Period.From.PlusDays(-7) && sent.To == kpi.Period.From.PlusDays(-1),
        Grain.Month => sent.From == kpi.Period.From.PlusMonths(-1) && sent.To == kpi.Period.From.PlusDays(-1),
        _ => false,
    };

    private static int Days(KpiPeriod period) => Period.DaysBetween(period.From, period.To) + 1;
}
