using OpsAutomation.Logbook;
using OpsAutomation.Ports;

namespace OpsAutomation.Links.Acts;

/// <summary>An action: marked as done.</summary>
internal sealed class ActionAct(IStateStore state, TimeProvider time) : ActItem
{
    private readonly LogbookStore logbook = new(state, time);

    public override async Task<ActView?> ShowAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await FindAsync(visit, cancellationToken).ConfigureAwait(false) is { } item ? View(visit, item) : null;

    public override async Task<ActView?> ActAsync(ActVisit visit, ActForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(visit, cancellationToken).ConfigureAwait(false) is not { } item)
            return null;
        if (!item.Open)
            return View(visit, item);
        LogItem closed;
        try
        {
            closed = await logbook.CloseAsync(
                visit.Engagement.Id, item.Id, form.NoteOf(new ActFields("").NoteLength), visit.Link.Name, visit.Today, visit.Link.Holder.Actor, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OpsException other) when (other.Kind == FailureKind.Refused)
        {
            // Somebody else closed it with other words at the same moment.
            return await ShowAsync(visit, cancellationToken).ConfigureAwait(false);
        }

        return View(visit, closed) with
        {
            Said = visit.Say("Recorded: done.", "Enregistré\u00a0: faite."),
            Hint = visit.Say(
                $"To change it, answer the digest: {visit.Obm} can open the action again.",
                $"Pour revenir dessus, répondre au point hebdomadaire\u00a0: {visit.Obm} peut rouvrir l'action."),
        };
    }

    private async Task<LogItem?> FindAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await logbook.FindAsync(visit.Engagement.Id, visit.Id, cancellationToken).ConfigureAwait(false) is { Item: { Kind: LogKind.Action } item } ? item : null;

    private static ActView View(ActVisit visit, LogItem item)
    {
        var view = new ActView { Title = $"Action {item.Id}", Lead = visit.Text(item.Text), Facts = [.. LogFacts.Of(visit, item)] };
        return !item.Open
            ? view with { Said = LogFacts.Closed(visit, item) }
            : view with
            {
                Fields = new(visit.Say("Mark as done", "Marquer comme faite")) { Note = visit.Say("How it ended (optional)", "Comment cela s'est terminé (facultatif)") },
            };
    }
}
