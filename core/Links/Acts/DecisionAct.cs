using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;

namespace OpsAutomation.Links.Acts;

/// <summary>A decision that is awaited: answered by yes or no, or put on the OBM's list to be talked about.</summary>
internal sealed class DecisionAct(IStateStore state, TimeProvider time) : ActItem
{
    private const string Yes = "yes";
    private const string No = "no";
    private const string Talk = "talk";
    private readonly LogbookStore logbook = new(state, time);

    public override async Task<ActView?> ShowAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await FindAsync(visit, cancellationToken).ConfigureAwait(false) is { } item ? View(visit, item) : null;

    public override async Task<ActView?> ActAsync(ActVisit visit, ActForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(visit, cancellationToken).ConfigureAwait(false) is not { } item)
            return null;
        if (!item.Open)
            return View(visit, item);
        switch (form.Choices)
        {
            case [Yes]:
            case [No]:
                return await AnswerAsync(visit, item, form, cancellationToken).ConfigureAwait(false);
            case [Talk]:
                return await TalkAsync(visit, item, form, cancellationToken).ConfigureAwait(false);
            default:
                return View(visit, item) with { Missed = visit.Say("Nothing was recorded: choose an answer.", "Rien n'a été enregistré\u00a0: choisir une réponse.") };
        }
    }

    private async Task<ActView?> AnswerAsync(ActVisit visit, LogItem item, ActForm form, CancellationToken cancellationToken)
    {
        // In the words of the logbook, which is the engagement's.
        var french = visit.Engagement.Language == Language.French;
        var word = form.Choices[0] == Yes ? (french ? "oui" : "yes") : french ? "non" : "no";
        var outcome = form.NoteOf(new ActFields("").NoteLength) is { } note ? $"{word} · {note}" : word;
        LogItem closed;
        try
        {
            closed = await logbook.CloseAsync(visit.Engagement.Id, item.Id, outcome, visit.Link.Name, visit.Today, visit.Link.Holder.Actor, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (OpsException other) when (other.Kind == FailureKind.Refused)
        {
            // Somebody else answered otherwise at the same moment.
            return await ShowAsync(visit, cancellationToken).ConfigureAwait(false);
        }

        return View(visit, closed) with
        {
            Said = visit.Say($"Recorded: {visit.Text(closed.Outcome ?? word)}.", $"Enregistré\u00a0: {visit.Text(closed.Outcome ?? word)}."),
            Hint = visit.Say(
                $"To change it, answer the digest: {visit.Obm} can open the decision again.",
                $"Pour revenir dessus, répondre au point hebdomadaire\u00a0: {visit.Obm} peut rouvrir la décision."),
        };
    }

    private async Task<ActView> TalkAsync(ActVisit visit, LogItem item, ActForm form, CancellationToken cancellationToken)
    {
        var french = visit.Engagement.Language == Language.French;
        var remark = form.NoteOf(new ActFields("").NoteLength) is { } note ? $" · {note}" : "";
        var name = visit.Link.Name;
        await logbook.AddAsync(
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

    private async Task<LogItem?> FindAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await logbook.FindAsync(visit.Engagement.Id, visit.Id, cancellationToken).ConfigureAwait(false) is { Item: { Kind: LogKind.Decision } item } ? item : null;

    private static ActView View(ActVisit visit, LogItem item)
    {
        var view = new ActView
        {
            Title = visit.Say($"Decision {item.Id}", $"Décision {item.Id}"),
            Lead = visit.Text(item.Text),
            Facts = [.. LogFacts.Of(visit, item)],
        };
        return !item.Open
            ? view with { Said = LogFacts.Closed(visit, item) }
            : view with
            {
                Fields = new(visit.Say("Send the answer", "Envoyer la réponse"))
                {
                    Legend = visit.Say("Answer", "Réponse"),
                    Choices = [(Yes, visit.Say("Yes", "Oui")), (No, visit.Say("No", "Non")), (Talk, visit.Say("Let's talk about it", "En parler"))],
                    Note = visit.Say("A remark (optional)", "Une remarque (facultatif)"),
                },
            };
    }
}
