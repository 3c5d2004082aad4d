using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Exercises;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Publishing;
using OpsAutomation.Runs;

namespace OpsAutomation.Boards;

/// <summary>Everything that should have been done by now, with who owns it.</summary>
internal static class LateItems
{
    /// <summary>The items, the longest late first.</summary>
    public static IReadOnlyList<LateItem> Of(Standing standing, DigestReader reader) =>
    [
        .. Milestones(standing, reader)
            .Concat(Log(standing, reader))
            .Concat(Documents(standing, reader))
            .Concat(Checklists(standing, reader))
            .Concat(Pages(standing, reader))
            .Concat(Exercises(standing, reader))
            .Concat(Sources(reader))
            .OrderByDescending(item => item.Days)
            .ThenBy(item => item.Text, StringComparer.Ordinal),
    ];

    private static IEnumerable<LateItem> Milestones(Standing standing, DigestReader reader) =>
        from milestone in standing.Milestones.Milestones
        where milestone.Status == MilestoneState.Late
        select Item(
            reader.Say("milestone", "jalon"),
            $"{reader.Locale.PlanDay(milestone.Day)} · {milestone.Title.In(reader.Locale.Language)}",
            milestone.Owner,
            milestone.Due,
            reader);

    private static IEnumerable<LateItem> Log(Standing standing, DigestReader reader) =>
        from item in standing.Log
        where item.Open && item.Due < standing.At && item.Kind != LogKind.Comment
        select Item(WordOf(item.Kind, reader), $"{CleanText.OneLine(item.Id)} · {CleanText.OneLine(item.Text)}", item.Owner, item.Due!.Value, reader);

    private static IEnumerable<LateItem> Documents(Standing standing, DigestReader reader) =>
        from record in standing.Documents
        where record.Status == DocumentStatus.Live && record.ReviewBy < standing.At && record.Language == standing.Engagement.Language
        select Item(reader.Say("document to review", "document à réviser"), CleanText.OneLine(record.Title), null, record.ReviewBy!.Value, reader);

    private static IEnumerable<LateItem> Checklists(Standing standing, DigestReader reader) =>
        from checklist in standing.Checklists
        from line in checklist.Lines
        where line.IsLate(standing.At)
        select Item(
            reader.Say("checklist", "check-list"),
            $"{checklist.Id}-{line.Number} · {CleanText.Clip(line.Text, 20, 160)}{(checklist.For is { } client ? $" ({CleanText.Clip(client, 8, 60)})" : "")}",
            line.Assignee,
            line.Due!.Value,
            reader);

    private static IEnumerable<LateItem> Exercises(Standing standing, DigestReader reader) =>
        from exercise in ExercisePlan.Of(standing.Documents, standing.Exercises)
        where exercise.Due < standing.At
        select Item(
            reader.Say("exercise", "exercice"), DocumentLibrary.Find(exercise.Kind).Title.In(reader.Locale.Language),
            ExercisePlan.OwnerOf(standing.Engagement, exercise.Kind), exercise.Due, reader);

    private static IEnumerable<LateItem> Pages(Standing standing, DigestReader reader) =>
        from page in standing.Pages
        where page.IsConflict
        select new LateItem(
            reader.Say("wiki", "wiki"),
            $"{CleanText.OneLine(page.Title)} ({page.Target})",
            Nobody(reader),
            Math.Max(0, Period.DaysBetween(page.Since, reader.Context.Today)),
            PublishedWords.Of(page.State).In(reader.Locale.Language));

    private static IEnumerable<LateItem> Sources(DigestReader reader)
    {
        foreach (var source in reader.Context.Sources.Where(source => source.IsStale(reader.Context.Today)))
        {
            var kind = reader.Say("source", "source");
            var name = source.Name.Length == 0 ? reader.Say("Readings", "Relevés") : CleanText.OneLine(source.Name);
            yield return source.Taken is { } taken
                ? Item(kind, name, null, taken.PlusDays(source.StaleAfterDays), reader)
                : new(kind, name, Nobody(reader), 0, reader.Say("never received", "jamais reçue"));
        }
    }

    private static LateItem Item(string kind, string text, string? owner, LocalDate due, DigestReader reader)
    {
        var days = Period.DaysBetween(due, reader.Context.Today);
        var named = BoardComposer.Owner(owner, reader);
        return new(
            kind,
            text,
            named.Length == 0 ? Nobody(reader) : named,
            days,
            reader.Say(
                $"{reader.Count(days, "day", "days", "", "")} late, due {reader.Locale.ShortDate(due)}",
                $"{reader.Count(days, "", "", "jour", "jours")} de retard, échéance {reader.Locale.ShortDate(due)}"));
    }

    private static string Nobody(DigestReader reader) => reader.Say("no owner", "sans responsable");

    private static string WordOf(LogKind kind, DigestReader reader) => kind switch
    {
        LogKind.Decision => reader.Say("decision", "décision"),
        LogKind.Risk => reader.Say("risk", "risque"),
        LogKind.Improvement => reader.Say("improvement to review", "amélioration à revoir"),
        _ => reader.Say("action", "action"),
    };
}
