using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Documents.Models;
using OpsAutomation.Exercises;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Publishing;
using OpsAutomation.Runs;

namespace OpsAutomation.Mornings;

/// <summary>What of an engagement wants attention within a week, from what its documents are filled from.</summary>
internal sealed class MorningItems(DocumentContext standing, Locale locale)
{
    /// <summary>How many items a list shows.</summary>
    public const int Most = 30;

    private const int Horizon = 7;
    private const int Words = 24;
    private const int Letters = 160;

    private bool French => locale.Language == Language.French;

    private LocalDate Today => standing.Today;

    /// <summary>The items, in no order.</summary>
    public IEnumerable<MorningItem> All() => [.. Log(), .. Milestones(), .. Kpis(), .. Reviews(), .. Documents(), .. Checklists(), .. Exercises(), .. Pages(), .. Tasks(), .. Sources()];

    /// <summary>An item of this engagement.</summary>
    public MorningItem Item(MorningKind kind, MorningUrgency urgency, string id, string what, LocalDate? due = null, string? owner = null) => new(
        standing.Engagement.Id, CleanText.OneLine(standing.Engagement.Name), kind, urgency, id, what, due,
        owner is null ? "" : CleanText.OneLine(standing.Engagement.FindPerson(owner)?.Name ?? owner));

    private IEnumerable<MorningItem> Log() => standing.Log
        .Where(item => item.Open && item.Kind != LogKind.Comment && (item.Due is { } due ? due <= Today.PlusDays(Horizon) : item.Kind == LogKind.Decision))
        .Select(item => Item(
            item.Kind == LogKind.Decision ? MorningKind.Decision : MorningKind.Action, UrgencyOf(item.Due), item.Id, $"{item.Id}{Kind(item)}{Colon}{CleanText.Clip(item.Text, Words, Letters)}", item.Due, item.Owner));

    private IEnumerable<MorningItem> Milestones() => (standing.Milestones?.Milestones ?? [])
        .Where(milestone => milestone.Status is MilestoneState.Late or MilestoneState.AtRisk
            || milestone.DueSoon && milestone.Status is not (MilestoneState.Done or MilestoneState.DoneLate))
        .Select(milestone =>
        {
            var (met, all) = (milestone.Criteria.Count(criterion => criterion.Met), milestone.Criteria.Count);
            var urgency = milestone.Status == MilestoneState.Late ? MorningUrgency.Late : milestone.Due == Today ? MorningUrgency.Today : MorningUrgency.Soon;
            var what = $"{locale.PlanDay(milestone.Day)} {MilestoneStateWords.Marked(milestone.Status).In(locale.Language)}, "
                + (French ? $"{Counted(met, "critère", "critères")} sur {locale.Number(all, 0)}" : $"{locale.Number(met, 0)} of {Counted(all, "criterion", "criteria")}");
            return Item(MorningKind.Milestone, urgency, milestone.Id, what, milestone.Due, milestone.Owner);
        });

    private IEnumerable<MorningItem> Kpis() => standing.Kpis
        .Where(kpi => kpi.Status == KpiStatus.OffTarget)
        .Select(kpi => Item(
            MorningKind.Kpi, MorningUrgency.OffTarget, kpi.Id,
            $"{kpi.Label.In(locale.Language)}{Colon}{locale.Kpi(kpi)} ({(French ? "cible" : "target")} {KpiLines.Target(locale, kpi)})", owner: kpi.Owner) with
        {
            Miss = kpi.Target == 0m ? 0m : KpiLines.Miss(kpi),
            InHand = standing.Log.FirstOrDefault(item => item is { Kind: LogKind.Action or LogKind.Improvement, Open: true } && item.Kpi == kpi.Id)?.Id,
        });

    // A document has one review, whatever its languages.
    private IEnumerable<MorningItem> Reviews() => standing.Documents
        .Where(document => document.Status == DocumentStatus.Live && document.ReviewBy <= Today.PlusDays(Horizon))
        .GroupBy(document => document.Kind, StringComparer.Ordinal)
        .Select(same => same.FirstOrDefault(document => document.Language == locale.Language) ?? same.First())
        .Select(document => Item(MorningKind.Review, UrgencyOf(document.ReviewBy), document.Kind, CleanText.Clip(document.Title, Words, Letters) + (French ? ", à réviser" : ", due for review"), document.ReviewBy));

    // What waits for people about documents: one line a document, whatever its languages.
    private IEnumerable<MorningItem> Documents()
    {
        var report = LifeReport.Of(standing.Engagement, standing.Documents, Today);
        foreach (var clash in report.Clashes)
            yield return Item(MorningKind.Review, MorningUrgency.Undated, "process/" + clash.Documents[0].Kind, CleanText.Clip(clash.Text.In(locale.Language), Words * 2, Letters * 2));
        foreach (var line in report.Lines.GroupBy(line => line.Record.Kind, StringComparer.Ordinal).Select(same => same.FirstOrDefault(line => line.Record.Language == standing.Engagement.Language) ?? same.First()))
        {
            var (record, title) = (line.Record, CleanText.Clip(line.Record.Title, Words, Letters));
            if (record.Conflicts.Count > 0)
                yield return Item(MorningKind.Review, MorningUrgency.Undated, record.Kind + "/conflict", title + (French ? "\u00a0: textes en conflit (ops sop resolve)" : ": texts in conflict (ops sop resolve)"), owner: line.Rule.Owner?.Id);
            if (record.Draft is { } draft && record.Status != DocumentStatus.Retired)
                yield return Item(MorningKind.Review, MorningUrgency.Undated, record.Kind + "/draft", title + (French ? $"\u00a0: version {draft.Version} à valider" : $": version {draft.Version} to approve"), owner: line.Rule.Approver?.Id);
            if (line.Unread.Select(person => person.Name).ToList() is { Count: > 0 } unread)
            {
                var names = CleanText.Clip(string.Join(", ", unread), Words, Letters);
                yield return Item(MorningKind.Review, MorningUrgency.Undated, record.Kind + "/read", title + (French ? $"\u00a0: à lire par {names}" : $": to be read by {names}"), owner: line.Rule.Owner?.Id);
            }
        }
    }

    private IEnumerable<MorningItem> Checklists() =>
        from checklist in standing.Checklists
        from line in checklist.Lines
        where line.DoneOn is null && line.Due <= Today.PlusDays(Horizon)
        select Item(
            MorningKind.ChecklistLine, UrgencyOf(line.Due), $"{checklist.Id}-{line.Number}",
            $"{checklist.Id}-{line.Number}{Colon}{CleanText.Clip(line.Text, Words, Letters)}{(checklist.For is { } client ? $" ({CleanText.Clip(client, 8, 60)})" : "")}",
            line.Due, line.Assignee);

    private IEnumerable<MorningItem> Exercises() => ExercisePlan.Of(standing.Documents, standing.Exercises)
        .Where(exercise => exercise.Due <= Today.PlusDays(Horizon))
        .Select(exercise => Item(
            MorningKind.Review, UrgencyOf(exercise.Due), "exercise/" + exercise.Kind,
            CleanText.Clip(DocumentLibrary.Find(exercise.Kind).Title.In(locale.Language), Words, Letters) + (French ? ", à exercer" : ", to be practised"), exercise.Due,
            ExercisePlan.OwnerOf(standing.Engagement, exercise.Kind)));

    private IEnumerable<MorningItem> Pages() => standing.Pages
        .Where(page => page.IsConflict)
        .Select(page => Item(
            MorningKind.Notice, MorningUrgency.Blocked, $"page/{page.Target}/{page.Page}",
            $"{CleanText.Clip(page.Title, Words, Letters)} ({page.Target}){Colon}{PublishedWords.Of(page.State).In(locale.Language)}", page.Since));

    private IEnumerable<MorningItem> Tasks() => DueTasks.Read(standing.Facts, Today, Today.PlusDays(Horizon))
        .Select(task => Item(
            MorningKind.Task, UrgencyOf(task.Due), "task/" + task.Id,
            CleanText.Clip(task.Name.Length == 0 ? task.Id : task.Name, Words, Letters) + (task.List is { } list ? $" ({CleanText.Clip(list, 8, 60)})" : ""), task.Due, task.Assignee));

    private IEnumerable<MorningItem> Sources() => StandingSources.Of(standing.Engagement, standing.Imports, Today)
        .Where(source => source.IsStale)
        .Select(source => Item(MorningKind.Source, MorningUrgency.Undated, source.Id, CleanText.Clip(source.Source.Name, Words, Letters) + (source.Source.Taken is { } taken
            ? French ? $"{Colon}données anciennes, du {locale.DayMonth(taken)}" : $"{Colon}stale data, of {locale.DayMonth(taken)}"
            : French ? $"{Colon}jamais reçue" : $"{Colon}never received")));

    private string Kind(LogItem item) => item.Kind switch
    {
        LogKind.Improvement => French ? " (changement à revoir)" : " (change to review)",
        LogKind.Risk => French ? " (risque)" : " (risk)",
        _ => "",
    };

    private MorningUrgency UrgencyOf(LocalDate? due) => due is not { } day
        ? MorningUrgency.Undated
        : day < Today ? MorningUrgency.Late : day == Today ? MorningUrgency.Today : MorningUrgency.Soon;

    private string Colon => French ? "\u00a0: " : ": ";

    private string Counted(int number, string one, string many) =>
        $"{locale.Number(number, 0)} {(French ? number < 2 ? one : many : number == 1 ? one : many)}";
}
