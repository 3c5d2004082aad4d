using OpsAutomation.Milestones;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Links.Acts;

/// <summary>
/// A milestone with its exit criteria, or one criterion: those that a person judges are ticked here; the others are judged from the data,
/// and no reader can say otherwise.
/// </summary>
internal sealed class MilestoneAct(IBlobStore blobs, IStateStore state, TimeProvider time) : ActItem
{
    private const string ByPerson = "manual";

    /// <summary>Whether a reader can do anything about a criterion.</summary>
    public static bool IsOpen(CriterionStatus criterion) => !criterion.Met && criterion.Kind == ByPerson;

    public override async Task<ActView?> ShowAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await FindAsync(visit, keeps: false, cancellationToken).ConfigureAwait(false) is var (milestone, one) ? View(visit, milestone, one) : null;

    public override async Task<ActView?> ActAsync(ActVisit visit, ActForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(visit, keeps: false, cancellationToken).ConfigureAwait(false) is not var (milestone, one))
            return null;
        var scope = one is null ? milestone.Criteria : [one];
        if (!scope.Any(IsOpen))
            return View(visit, milestone, one);
        var ticked = scope.Where(IsOpen).Where(criterion => one is not null || form.Choices.Contains(criterion.Id, StringComparer.Ordinal)).ToList();
        if (ticked.Count == 0)
            return View(visit, milestone, one) with { Missed = visit.Say("Nothing was recorded: tick at least one criterion.", "Rien n'a été enregistré\u00a0: cocher au moins un critère.") };
        var store = new MilestoneStore(state, time);
        var note = form.Words;
        foreach (var criterion in ticked)
        {
            await store.MarkDoneAsync(visit.Engagement, criterion.Id, visit.Link.Name, note, visit.Today, visit.Link.Holder.Actor, cancellationToken)
                .ConfigureAwait(false);
        }

        var list = string.Join(", ", ticked.Select(criterion => criterion.Id));
        return await FindAsync(visit, keeps: true, cancellationToken).ConfigureAwait(false) is not var (after, still) ? null : View(visit, after, still) with
        {
            Said = visit.Say($"Recorded as done: {list}.", $"Enregistré comme atteint\u00a0: {list}."),
            Hint = visit.Say(
                $"To change it, answer the digest: {visit.Obm} can open it again.",
                $"Pour revenir dessus, répondre au point hebdomadaire\u00a0: {visit.Obm} peut le rouvrir."),
        };
    }

    private async Task<(MilestoneStatus Milestone, CriterionStatus? One)?> FindAsync(ActVisit visit, bool keeps, CancellationToken cancellationToken)
    {
        var report = await new StandingReader(blobs, state, time, keeps).MilestonesAsync(visit.Engagement, visit.Today, visit.Today, cancellationToken).ConfigureAwait(false);
        foreach (var milestone in report.Milestones)
        {
            if (milestone.Id == visit.Id)
                return (milestone, null);
            if (milestone.Criteria.FirstOrDefault(criterion => criterion.Id == visit.Id) is { } criterion)
                return (milestone, criterion);
        }

        return null;
    }

    private static ActView View(ActVisit visit, MilestoneStatus milestone, CriterionStatus? one)
    {
        var day = visit.Locale.PlanDay(milestone.Day);
        var language = visit.Locale.Language;
        var scope = one is null ? milestone.Criteria : [one];
        var open = scope.Where(IsOpen).ToList();
        var view = new ActView
        {
            Title = one is null ? $"{day} · {visit.Label(milestone.Title.In(language))}" : visit.Say($"{day}: criterion {one.Id}", $"{day}\u00a0: critère {one.Id}"),
            Lead = one is null ? "" : visit.Text(one.Text.In(language)),
            Facts = [.. Facts(visit, milestone, one)],
        };
        if (open.Count == 0)
        {
            return scope.All(criterion => criterion.Met)
                ? view with { Said = visit.Say("Done already.", "Déjà atteint.") }
                : view with { Hint = visit.Say("What is still open is judged from the data.", "Ce qui reste ouvert est constaté d'après les données.") };
        }

        return view with
        {
            Fields = new(visit.Say("Mark as done", "Marquer comme atteint"))
            {
                Legend = one is null ? visit.Say("Exit criteria that are met", "Critères d'achèvement remplis") : "",
                Choices = one is null ? [.. open.Select(criterion => (criterion.Id, visit.Text(criterion.Text.In(language))))] : [],
                Several = true,
                Note = visit.Say("What shows it (optional)", "Ce qui le montre (facultatif)"),
            },
        };
    }

    private static IEnumerable<(string Label, string Text)> Facts(ActVisit visit, MilestoneStatus milestone, CriterionStatus? one)
    {
        yield return (visit.Say("Due date", "Échéance"), visit.Locale.ShortDate(milestone.Due) + (milestone.Status == MilestoneState.Late ? visit.Say(" (late)", " (en retard)") : ""));
        if ((one?.Owner ?? milestone.Owner) is { } owner)
            yield return (visit.Say("Owner", "Responsable"), visit.Person(owner));
        if (one is not null)
            yield break;
        foreach (var criterion in milestone.Criteria.Where(criterion => !IsOpen(criterion)))
        {
            yield return (
                criterion.Met ? visit.Say("✓ done", "✓ atteint") : visit.Say("still open, judged from the data", "encore ouvert, constaté d'après les données"),
                visit.Text(criterion.Text.In(visit.Locale.Language)));
        }
    }
}
