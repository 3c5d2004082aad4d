using OpsAutomation.Checklists;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Runs;

namespace OpsAutomation.Boards;

/// <summary>Says how far checklists are: the late ones first, then those under way, then those done within a week.</summary>
internal static class ChecklistProgress
{
    private const int DaysShown = 7;

    public static IReadOnlyList<BoardChecklist> Of(Standing standing, Locale locale) =>
    [
        .. standing.Checklists
            .Where(checklist => checklist.DoneOn is not { } day || day.PlusDays(DaysShown) >= standing.At)
            .OrderByDescending(checklist => checklist.Lines.Count(line => line.IsLate(standing.At)))
            .ThenBy(checklist => checklist.IsDone)
            .Select(checklist => One(checklist, standing, locale)),
    ];

    private static BoardChecklist One(Checklist checklist, Standing standing, Locale locale)
    {
        string Say(string en, string fr) => locale.Language == Language.French ? fr : en;
        var late = checklist.Lines.Count(line => line.IsLate(standing.At));
        var (symbol, word, tone) = checklist.IsDone ? ("✓", Say("done", "fait"), "on")
            : late > 0 ? ("✕", Say($"{locale.Number(late, 0)} late", $"{locale.Number(late, 0)} en retard"), "off")
            : ("·", Say("under way", "en cours"), "soft");
        return new(
            checklist.Id,
            CleanText.Clip(checklist.Title, 16, 120) + (checklist.For is { } client ? " · " + CleanText.Clip(client, 8, 60) : ""),
            Say($"counted from {locale.DayMonth(checklist.Day)}", $"compté du {locale.DayMonth(checklist.Day)}"),
            Say($"{locale.Number(checklist.Done, 0)} of {locale.Number(checklist.Lines.Count, 0)}", $"{locale.Number(checklist.Done, 0)} sur {locale.Number(checklist.Lines.Count, 0)}"),
            symbol,
            word,
            tone,
            NextOf(checklist, standing.Engagement, locale))
        {
            Lines = [.. checklist.Lines.Where(line => line.DoneOn is null).Select(line => Line(checklist, line, standing, locale))],
        };
    }

    private static BoardLine Line(Checklist checklist, ChecklistLine line, Standing standing, Locale locale)
    {
        string Say(string en, string fr) => locale.Language == Language.French ? fr : en;
        var due = line.Due is { } day ? Say($"by {locale.ShortDate(day)}", $"avant le {locale.ShortDate(day)}") : null;
        var proof = line.Proof is { Length: > 0 } shows ? Say("proof: ", "preuve\u00a0: ") + CleanText.Clip(shows, 16, 120) : null;
        return new(
            $"{checklist.Id}-{line.Number}",
            $"{line.Number}. {CleanText.Clip(line.Text, 60, 500)}",
            string.Join(" · ", new[] { Who(line, standing.Engagement), due, proof }.OfType<string>()),
            line.IsLate(standing.At));
    }

    private static string? Who(ChecklistLine line, Engagement engagement) =>
        line.Assignee is { } who ? CleanText.Clip(engagement.FindPerson(who)?.Name ?? line.Who ?? who, 8, 60) : null;

    private static string NextOf(Checklist checklist, Engagement engagement, Locale locale)
    {
        var open = checklist.Lines.Where(line => line.DoneOn is null).ToList();
        if (open.Count == 0)
            return "";
        var next = open.Where(line => line.Due is not null).OrderBy(line => line.Due).ThenBy(line => line.Number).FirstOrDefault() ?? open[0];
        var parts = new[] { Who(next, engagement), next.Due is { } due ? locale.DayMonth(due) : null }.OfType<string>().ToList();
        return $"{next.Number}. {CleanText.Clip(next.Text, 20, 160)}" + (parts.Count == 0 ? "" : $" ({string.Join(", ", parts)})");
    }
}
