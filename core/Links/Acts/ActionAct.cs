using OpsAutomation.Logbook;
using OpsAutomation.Ports;

namespace OpsAutomation.Links.Acts;

/// <summary>An action: marked as done.</summary>
internal sealed class ActionAct(IStateStore state, TimeProvider time) : LogItemAct(LogKind.Action, state, time)
{
    protected override Task<ActView?> DoAsync(ActVisit visit, LogItem item, ActForm form, CancellationToken cancellationToken) => CloseAsync(
        visit,
        item,
        form.Words,
        closed => View(visit, closed) with
        {
            Said = visit.Say("Recorded: done.", "Enregistré\u00a0: faite."),
            Hint = visit.Say(
                $"To change it, answer the digest: {visit.Obm} can open the action again.",
                $"Pour revenir dessus, répondre au point hebdomadaire\u00a0: {visit.Obm} peut rouvrir l'action."),
        },
        cancellationToken);

    protected override string Title(ActVisit visit, LogItem item) => $"Action {item.Id}";

    protected override ActFields Fields(ActVisit visit) =>
        new(visit.Say("Mark as done", "Marquer comme faite")) { Note = visit.Say("How it ended (optional)", "Comment cela s'est terminé (facultatif)") };
}
