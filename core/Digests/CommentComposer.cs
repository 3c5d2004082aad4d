using OpsAutomation.Logbook;

namespace OpsAutomation.Digests;

/// <summary>What people wrote in the logbook, quoted as theirs and never as a finding.</summary>
internal static class CommentComposer
{
    /// <summary>Whether a comment was written in the week or since.</summary>
    public static bool IsOfWeek(LogItem item, DigestContext context) =>
        item.Added >= context.Period.Start && item.Added <= context.Today;

    /// <summary>A comment with who wrote it.</summary>
    public static string Quote(LogItem item, DigestReader reader)
    {
        // An origin may also be a command or a webhook, which notes nothing.
        var author = item.Owner ?? reader.KnownPerson(item.Origin);
        var quote = reader.Quote(reader.Clip(item.Text).TrimEnd('.'));
        return author is null
            ? reader.Say($"Logbook: {quote}.", $"Journal de bord\u00a0: {quote}.")
            : reader.Say($"{reader.Person(author)} notes: {quote}.", $"{reader.Person(author)} note\u00a0: {quote}.");
    }

    /// <summary>The OBM's own sentence with her name, whole; empty for none.</summary>
    public static string Sentence(DigestReader reader) => reader.Context.Sentence is { } sentence
        ? reader.Person(sentence.By) + reader.Colon + reader.Quote(CleanText.OneLine(sentence.Text))
        : "";

    // Away from its figure, a comment says what it is about.
    private static string About(LogItem item, DigestReader reader)
    {
        var label = reader.Context.Kpis.FirstOrDefault(kpi => kpi.Id == item.Kpi)?.Label;
        return label is null ? "" : $"{reader.Label(label.In(reader.Locale.Language))} – ";
    }

    /// <summary>The comments that no movement quotes.</summary>
    public static IReadOnlyList<string> Others(IReadOnlyCollection<string> moved, DigestReader reader) =>
    [
        .. reader.Context.Log
            .Where(item => item.Kind == LogKind.Comment && IsOfWeek(item, reader.Context))
            .Where(item => item.Kpi is null || !moved.Contains(item.Kpi, StringComparer.Ordinal))
            .OrderByDescending(item => item.Added)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .Take(reader.Limits.Notes)
            .Select(item => About(item, reader) + Quote(item, reader)),
    ];
}
