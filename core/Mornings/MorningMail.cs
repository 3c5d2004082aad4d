using NodaTime;
using OpsAutomation.Locales;
using OpsAutomation.Notices;

namespace OpsAutomation.Mornings;

/// <summary>The OBM's morning mail: one ranked list over all her clients.</summary>
internal static class MorningMail
{
    private const int MostRows = MorningItems.Most;
    private const int MostNames = 3;

    /// <summary>The mail.</summary>
    /// <param name="ranked">The items in their order; at least one.</param>
    /// <param name="today">Today where she works.</param>
    /// <param name="locale">Her locale.</param>
    public static Notice Compose(IReadOnlyList<MorningItem> ranked, LocalDate today, Locale locale)
    {
        var french = locale.Language == Language.French;
        string Say(string en, string fr) => french ? fr : en;
        var shown = ranked.Take(MostRows).ToList();
        var rest = ranked.Count - shown.Count;
        List<string> closing = rest == 0 ? [] : [Say($"And {locale.Number(rest, 0)} more, less urgent.", $"Et {locale.Number(rest, 0)} de plus, moins {(rest == 1 ? "urgent" : "urgents")}.")];
        closing.Add(Say(
            "You get this list on working days, and only where there is something on it.",
            "Cette liste vous parvient les jours ouvrés, et seulement s'il y a quelque chose à y lire."));
        return new()
        {
            Locale = locale,
            Subject = $"{Capital(locale.WeekdayDate(today))} · {string.Join(", ", Counts(ranked, locale))} · {Clients(ranked, locale)}",
            Paragraphs = [First(ranked[0], today, locale)],
            Columns = ["", Say("client", "client"), Say("what", "quoi"), Say("why", "pourquoi"), Say("owner", "responsable")],
            Rows = [.. shown.Select((item, i) => (IReadOnlyList<string>)[locale.Number(i + 1, 0) + ".", item.Client, item.What, DailyWords.Why(item, today, locale), item.Owner])],
            Closing = closing,
        };
    }

    private static IEnumerable<string> Counts(IReadOnlyList<MorningItem> items, Locale locale)
    {
        var french = locale.Language == Language.French;
        var all = new (MorningUrgency Urgency, Func<int, string> Words)[]
        {
            (MorningUrgency.Blocked, n => french ? n < 2 ? "bloqué" : "bloqués" : "blocked"),
            (MorningUrgency.Late, _ => french ? "en retard" : "late"),
            (MorningUrgency.Today, _ => french ? "pour aujourd'hui" : "due today"),
            (MorningUrgency.OffTarget, n => french ? n < 2 ? "indicateur hors cible" : "indicateurs hors cible" : n == 1 ? "KPI off target" : "KPIs off target"),
            (MorningUrgency.Soon, _ => french ? "cette semaine" : "this week"),
            (MorningUrgency.Undated, _ => french ? "sans échéance" : "without a date"),
        };
        // Three say what kind of day it is; the list has the rest.
        return all
            .Select(one => (Count: items.Count(item => item.Urgency == one.Urgency), one.Words))
            .Where(one => one.Count > 0)
            .Take(3)
            .Select(one => $"{locale.Number(one.Count, 0)} {one.Words(one.Count)}");
    }

    private static string Clients(IReadOnlyList<MorningItem> items, Locale locale)
    {
        var names = items.Select(item => item.Client).Distinct(StringComparer.Ordinal).ToList();
        return names.Count <= MostNames
            ? string.Join(", ", names)
            : $"{locale.Number(names.Count, 0)} clients";
    }

    private static string First(MorningItem item, LocalDate today, Locale locale) =>
        (locale.Language == Language.French ? "D'abord\u00a0: " : "First: ") + $"{item.Client}, {item.What} ({DailyWords.Why(item, today, locale)}).";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
