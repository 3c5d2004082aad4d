using NodaTime;
using OpsAutomation.Links.Acts;
using OpsAutomation.Logbook;

namespace OpsAutomation.Digests;

/// <summary>Decisions as yes-or-no questions that a plain reply answers.</summary>
internal static class DecisionComposer
{
    /// <summary>The decisions awaited, the earliest deadline first.</summary>
    public static IReadOnlyList<LogItem> Awaited(DigestContext context) =>
    [
        .. context.Log
            .Where(item => item.Kind == LogKind.Decision && item.Open)
            .OrderBy(item => item.Due ?? LocalDate.MaxIsoValue)
            .ThenBy(item => item.Id.Length)
            .ThenBy(item => item.Id, StringComparer.Ordinal),
    ];

    /// <summary>One decision in words.</summary>
    public static DigestDecision Compose(LogItem item, DigestReader reader)
    {
        var id = reader.Label(item.Id);
        var title = reader.Say($"Decision {id}", $"Décision {id}") + Deadline(item, reader) + reader.Colon.TrimEnd();
        var question = Question(reader.Clip(item.Text), reader);
        var detail = item.Recommendation is { } recommendation
            ? DigestReader.Sentence(reader.Say("Recommendation: ", "Recommandation\u00a0: ") + reader.Clip(recommendation))
            : reader.Say("No recommendation yet.", "Pas encore de recommandation.");
        return new(id, title, $"{question} {detail}")
        {
            Answer = reader.Link(links => links.Item(ItemId.Of(ItemId.Decision, item.Id)), AnswerText(id, reader)),
        };
    }

    /// <summary>How to answer, with the decisions that are not shown; or that nothing needs one.</summary>
    public static string Reply(IReadOnlyList<LogItem> awaited, DigestReader reader)
    {
        if (awaited.Count == 0)
            return reader.Say("Nothing needs a decision.", "Rien ne demande de décision.");
        var shown = Math.Min(awaited.Count, reader.Limits.Decisions);
        var hidden = awaited.Count - shown;
        var more = hidden == 0 ? "" : reader.Say("Also awaited: ", "Également attendue(s)\u00a0: ".Replace("(s)", hidden > 1 ? "s" : "", StringComparison.Ordinal))
            + string.Join(", ", awaited.Skip(shown).Take(4).Select(item => reader.Label(item.Id))) + (hidden > 4 ? "… " : ". ");
        var first = reader.Label(awaited[0].Id);
        return awaited.Count == 1
            ? reader.Say("Reply yes, no, or let's talk.", "Répondez oui, non ou en parler.", "Réponds oui, non ou en parler.")
            : more + reader.Say(
                $"Reply with the number: {first} yes, no, or let's talk.",
                $"Répondez avec le numéro\u00a0: {first} oui, non ou en parler.",
                $"Réponds avec le numéro\u00a0: {first} oui, non ou en parler.");
    }

    // Links that a screen reader lists must not all be called the same.
    private static string AnswerText(string id, DigestReader reader) => Awaited(reader.Context).Count == 1
        ? reader.Say("Answer", "Répondre")
        : reader.Say($"Answer {id}", $"Répondre à {id}");

    private static string Deadline(LogItem item, DigestReader reader)
    {
        if (item.Due is not { } due)
            return "";
        var date = reader.Locale.DayMonth(due);
        return due < reader.Context.Today
            ? reader.Say($", awaited since {date}", $", attendue depuis le {date}")
            : reader.Say($", by {date}", $", avant le {date}");
    }

    private static string Question(string text, DigestReader reader) => text.EndsWith('?')
        ? text
        : text.TrimEnd('.', ' ', '!', '\u00a0') + reader.Say("?", "\u00a0?");
}
