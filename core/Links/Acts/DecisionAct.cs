using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;

namespace OpsAutomation.Links.Acts;

/// <summary>A decision that is awaited: answered by yes or no, or put on the OBM's list to be talked about.</summary>
internal sealed class DecisionAct(IStateStore state, TimeProvider time) : LogItemAct(LogKind.Decision, state, time)
{
    private const string Yes = "yes";
    private const string No = "no";
    private const string Talk = "talk";

    protected override Task<ActView?> DoAsync(ActVisit visit, LogItem item, ActForm form, CancellationToken cancellationToken) => form.Choices switch
    {
        [Yes] or [No] => AnswerAsync(visit, item, form, cancellationToken),
        [Talk] => TalkAsync(visit, item, form, cancellationToken),
        _ => Task.FromResult<ActView?>(View(visit, item) with
        {
            Missed = visit.Say("Nothing was recorded: choose an answer.", "Rien n'a été enregistré\u00a0: choisir une réponse."),
        }),
    };

    protected override string Title(ActVisit visit, LogItem item) => visit.Say($"Decision {item.Id}", $"Décision {item.Id}");

    protected override ActFields Fields(ActVisit visit) => new(visit.Say("Send the answer", "Envoyer la réponse"))
    {
        Legend = visit.Say("Answer", "Réponse"),
        Choices = [(Yes, visit.Say("Yes", "Oui")), (No, visit.Say("No", "Non")), (Talk, visit.Say("Let's talk about it", "En parler"))],
        Note = visit.Say("A remark (optional)", "Une remarque (facultatif)"),
    };

    private Task<ActView?> AnswerAsync(ActVisit visit, LogItem item, ActForm form, CancellationToken cancellationToken)
    {
        // In the words of the logbook, which is the engagement's.
        var french = visit.Engagement.Language == Language.French;
        var word = form.Choices[0] == Yes ? (french ? "oui" : "yes") : french ? "non" : "no";
        var outcome = form.Words is { } note ? $"{word} · {note}" : word;
        return CloseAsync(
            visit,
            item,
            outcome,
            closed => View(visit, closed) with
            {
                Said = visit.Say($"Recorded: {visit.Text(closed.Outcome ?? word)}.", $"Enregistré\u00a0: {visit.Text(closed.Outcome ?? word)}."),
                Hint = visit.Say(
                    $"To change it, answer the digest: {visit.Obm} can open the decision again.",
                    $"Pour revenir dessus, répondre au point hebdomadaire\u00a0: {visit.Obm} peut rouvrir la décision."),
            },
            cancellationToken);
    }

    private async Task<ActView?> TalkAsync(ActVisit visit, LogItem item, ActForm form, CancellationToken cancellationToken)
    {
        var french = visit.Engagement.Language == Language.French;
        var remark = form.Words is { } note ? $" · {note}" : "";
        var name = visit.Link.Name;
        await Logbook.AddAsync(
            visit.Engagement.Id,
            new NewLogItem
            {
                Kind = LogKind.Action,
                Text = (french ? $"Parler de la décision {item.Id} avec {name}" : $"Talk with {name} about decision {item.Id}") + remark,
                Day = visit.Today,
                Owner = visit.Engagement.PersonAs(PersonRole.Obm)?.Id,
                Origin = name,
                By = name,
                Actor = visit.Link.Holder.Actor,
                // Once for each reader and decision, however often the button is pressed.
                OriginKey = $"act/{visit.Link.Holder.Key}/talk/{item.Id}",
            },
            cancellationToken).ConfigureAwait(false);
        return View(visit, item) with
        {
            Said = visit.Say(
                $"Noted: talking about it is on the list of {visit.Obm}.",
                $"Noté\u00a0: en parler figure dans la liste de {visit.Obm}."),
        };
    }
}
