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
        var ofWeek = DigestAttachments.OfWeek(reader.Context);
        if (ofWeek.Count == 0)
            return null;
        var attached = reader.Context.Files is null ? 0 : DigestAttachments.Choose(reader.Context).Count;
        if (reader.Limits.Documents == 0)
        {
            return new(
                DigestLineKind.Documents,
                reader.Say("Published:", "Publié\u00a0:"),
                reader.Count(ofWeek.Count, "document", "documents", "document", "documents") + Attached(attached, ofWeek.Count, reader));
        }

        List<string> documents = [.. ofWeek.Select(document => $"{reader.Label(document.Title)} (v{reader.Locale.Number(document.Version, 0)})")];
        return new(
            DigestLineKind.Documents,
            reader.Say("Published:", documents.Count > 1 ? "Documents publiés\u00a0:" : "Document publié\u00a0:"),
            Join(documents, reader.Limits.Documents, reader) + Attached(attached, ofWeek.Count, reader));
    }

    // Said where the files are, so that nobody looks for them elsewhere.
    private static string Attached(int attached, int all, DigestReader reader)
    {
        if (attached == 0)
            return "";
        if (attached < all)
            return reader.Say($", {reader.Locale.Number(attached, 0)} attached", $", dont {reader.Count(attached, "", "", "joint", "joints")}");
        return reader.Say(", attached", attached > 1 ? ", joints à ce message" : ", joint à ce message");
    }

    private static string Owned(string what, string? owner, LocalDate due, DigestReader reader)
    {
        var date = reader.Locale.DayMonth(due);
        var who = owner is null ? reader.Say("no owner yet", "sans responsable") : reader.Person(owner);
        return reader.Say($"{what} ({who}, due {date})", $"{what} ({who}, échéance {date})");
    }
}
