using OpsAutomation.Checklists;
using OpsAutomation.Ports;

namespace OpsAutomation.Links.Acts;

/// <summary>A checklist: its open lines are ticked here, any number at once.</summary>
internal sealed class ChecklistAct(IStateStore state, TimeProvider time) : ActItem
{
    private readonly ChecklistStore store = new(state, time);

    public override async Task<ActView?> ShowAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await store.FindAsync(visit.Engagement.Id, visit.Id, cancellationToken).ConfigureAwait(false) is { } checklist ? View(visit, checklist) : null;

    public override async Task<ActView?> ActAsync(ActVisit visit, ActForm form, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(visit.Engagement.Id, visit.Id, cancellationToken).ConfigureAwait(false) is not { } checklist)
            return null;
        if (checklist.IsDone)
            return View(visit, checklist);
        // A line that is ticked already stays as it was ticked first: whoever presses twice has done nothing wrong.
        var ticked = checklist.Lines.Where(line => form.Choices.Contains(IdOf(checklist, line), StringComparer.Ordinal)).ToList();
        if (ticked.Count == 0)
            return View(visit, checklist) with { Missed = visit.Say("Nothing was recorded: tick at least one line.", "Rien n'a été enregistré\u00a0: cocher au moins une ligne.") };
        var note = form.Words;
        foreach (var line in ticked)
        {
            checklist = await store.TickAsync(visit.Engagement.Id, IdOf(checklist, line), visit.Link.Name, note, visit.Today, visit.Link.Holder.Actor, cancellationToken)
                .ConfigureAwait(false);
        }

        var list = string.Join(", ", ticked.Select(line => line.Number));
        return View(visit, checklist) with
        {
            Said = visit.Say($"Recorded as done: {list}.", $"Enregistré comme fait\u00a0: {list}."),
            Hint = visit.Say(
                $"To change it, answer the mail: {visit.Obm} can open a line again.",
                $"Pour revenir dessus, répondre au message\u00a0: {visit.Obm} peut rouvrir une ligne."),
        };
    }

    private static string IdOf(Checklist checklist, ChecklistLine line) => $"{checklist.Id}-{line.Number}";

    private static ActView View(ActVisit visit, Checklist checklist)
    {
        var view = new ActView
        {
            Title = $"{checklist.Id} · {visit.Label(checklist.Title)}",
            Lead = checklist.For is { } client ? visit.Text(client) : "",
            Facts = [.. Facts(visit, checklist)],
        };
        return checklist.IsDone
            ? view with { Said = visit.Say("Done already.", "Déjà terminée.") }
            : view with
            {
                Fields = new(visit.Say("Mark as done", "Marquer comme fait"))
                {
                    Legend = visit.Say("Lines that are done", "Lignes faites"),
                    Choices = [.. checklist.Lines.Where(line => line.DoneOn is null).Select(line => (IdOf(checklist, line), TextOf(visit, line)))],
                    Several = true,
                    Note = visit.Say("What shows it (optional)", "Ce qui le montre (facultatif)"),
                },
            };
    }

    private static IEnumerable<(string Label, string Text)> Facts(ActVisit visit, Checklist checklist)
    {
        yield return (
            visit.Say("Done", "Fait"),
            visit.Say($"{checklist.Done} of {checklist.Lines.Count}", $"{checklist.Done} sur {checklist.Lines.Count}"));
        foreach (var line in checklist.Lines)
        {
            if (line.DoneOn is { } day)
                yield return ($"✓ {line.Number}", $"{visit.Text(line.Text)} ({visit.Locale.ShortDate(day)}{(line.DoneBy is { } by ? ", " + visit.Person(by) : "")})");
        }
    }

    private static string TextOf(ActVisit visit, ChecklistLine line)
    {
        var parts = new[]
        {
            line.Who is { } who ? visit.Person(who) : null,
            line.Due is { } due ? visit.Locale.ShortDate(due) + (line.IsLate(visit.Today) ? visit.Say(" (late)", " (en retard)") : "") : null,
        }.OfType<string>().ToList();
        return $"{line.Number}. {visit.Text(line.Text)}" + (parts.Count == 0 ? "" : $" · {string.Join(" · ", parts)}");
    }
}
