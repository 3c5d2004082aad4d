using NodaTime;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Digests;

/// <summary>The lines below the table: what is late and who owns it, open risks, documents published, sources.</summary>
internal static class LineComposer
{
    /// <summary>Every line that has something to say, the 30-60-90 line first and the sources last.</summary>
    public static IReadOnlyList<DigestLine> Compose(IReadOnlyList<KpiView> shown, DigestReader reader) =>
        [.. new[] { PlanComposer.Compose(reader), Late(reader), Risks(reader), Documents(reader), SourceComposer.Compose(shown, reader) }.OfType<DigestLine>()];

    /// <summary>Items joined, with how many were left out.</summary>
    public static string Join(IReadOnlyCollection<string> items, int limit, DigestReader reader)
    {
        var text = string.Join(" · ", items.Take(limit));
        var hidden = items.Count - limit;
        return hidden <= 0 ? text : text + " · " + reader.Say($"{reader.Locale.Number(hidden, 0)} more", reader.Count(hidden, "", "", "autre", "autres"));
    }

    private static DigestLine? Late(DigestReader reader)
    {
        var today = reader.Context.Today;
        var milestones = (reader.Context.Milestones?.Milestones ?? [])
            .Where(milestone => milestone.Status == MilestoneState.Late)
            .Select(milestone => Owned(reader.Locale.PlanDay(milestone.Day), milestone.Owner, milestone.Due, reader));
        var actions = reader.Context.Log
            .Where(item => item.Kind == LogKind.Action && item.Open && item.Due < today)
            .OrderBy(item => item.Due)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => Owned(reader.Clip(item.Text).TrimEnd('.'), item.Owner, item.Due!.Value, reader));
        List<string> late = [.. milestones, .. actions];
        return late.Count == 0 ? null : new(DigestLineKind.Late, reader.Say("Late:", "En retard\u00a0:"), Join(late, reader.Limits.Lines, reader));
    }

    private static DigestLine? Risks(DigestReader reader)
    {
        var context = reader.Context;
        List<string> risks =
        [
            .. context.Log
                .Where(item => item.Kind == LogKind.Risk && item.Open)
                .Where(item => (item.Added >= context.Period.Start && item.Added <= context.Today) || item.Due <= context.Today.PlusDays(14))
                .OrderBy(item => item.Due ?? LocalDate.MaxIsoValue)
                .ThenBy(item => item.Id, StringComparer.Ordinal)
                .Select(item => item.Owner is { } owner
                    ? $"{reader.Clip(item.Text).TrimEnd('.')} ({reader.Person(owner)})"
                    : reader.Clip(item.Text).TrimEnd('.')),
        ];
        return risks.Count == 0 ? null : new(DigestLineKind.Risks, reader.Say("Risks:", "Risques\u00a0:"), Join(risks, Math.Min(2, reader.Limits.Lines), reader));
    }

    private static DigestLine? Documents(DigestReader reader)
    {
        var context = reader.Context;
        List<string> documents =
        [
            .. context.Documents
                .Where(document => document.PublishedOn >= context.Period.Start && document.PublishedOn <= context.Today)
                .GroupBy(document => document.Title, StringComparer.Ordinal)
                .Select(versions => versions.MaxBy(document => document.Version)!)
                .OrderBy(document => document.Title, StringComparer.Ordinal)
                .Select(document => $"{reader.Label(document.Title)} (v{reader.Locale.Number(document.Version, 0)})"),
        ];
        if (documents.Count == 0)
            return null;
        return reader.Limits.Documents == 0
            ? new(DigestLineKind.Documents, reader.Say("Published:", "Publié\u00a0:"), reader.Count(documents.Count, "document", "documents", "document", "documents"))
            : new(
                DigestLineKind.Documents,
                reader.Say("Published:", documents.Count > 1 ? "Documents publiés\u00a0:" : "Document publié\u00a0:"),
                Join(documents, reader.Limits.Documents, reader));
    }

    private static string Owned(string what, string? owner, LocalDate due, DigestReader reader)
    {
        var date = reader.Locale.DayMonth(due);
        var who = owner is null ? reader.Say("no owner yet", "sans responsable") : reader.Person(owner);
        return reader.Say($"{what} ({who}, due {date})", $"{what} ({who}, échéance {date})");
    }
}
