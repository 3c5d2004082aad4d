using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Ports;

namespace OpsAutomation.Links.Acts;

/// <summary>A document in one language: its reader acknowledges it, or its approver approves its draft. A link is for one content and no other.</summary>
internal sealed class DocumentAct(IBlobStore blobs, IStateStore state, TimeProvider time, bool approves) : ActItem
{
    /// <summary>What is posted as the choice by who turns a draft down.</summary>
    internal const string TurnDown = "turn-down";

    private readonly DocumentStore store = new(blobs, state);
    private readonly DocumentLife life = new(blobs, state, time);

    public override async Task<ActView?> ShowAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await FindAsync(visit, cancellationToken).ConfigureAwait(false) is var (record, hash) ? View(visit, record, hash) : null;

    public override async Task<ActView?> ActAsync(ActVisit visit, ActForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(visit, cancellationToken).ConfigureAwait(false) is not var (record, hash))
            return null;
        var before = View(visit, record, hash);
        if (before.Fields is null)
            return before;
        var act = new LifeAct(visit.Link.Holder.Id, visit.Today) { Actor = visit.Link.Holder.Actor, Note = form.Words, ContentHash = (approves ? record.Latest : record.Current).ContentHash };
        var turnsDown = approves && form.Choices.Contains(TurnDown, StringComparer.Ordinal);
        try
        {
            record = turnsDown ? await life.RejectAsync(visit.Engagement, record.Kind, record.Language, act, cancellationToken).ConfigureAwait(false)
                : approves ? await life.ApproveAsync(visit.Engagement, record.Kind, record.Language, act, cancellationToken).ConfigureAwait(false)
                : await life.AcknowledgeAsync(visit.Engagement, record.Kind, record.Language, act, cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException other) when (other.Kind == FailureKind.Refused)
        {
            // Somebody else approved or changed it at the same moment: the page says which.
            return await ShowAsync(visit, cancellationToken).ConfigureAwait(false);
        }

        if (turnsDown)
            return before with { Fields = null, Said = TurnedDown(visit, record) };
        return View(visit, record, hash) with
        {
            Said = approves
                ? visit.Say($"Approved: version {record.Latest.Version} is in force.", $"Validée\u00a0: la version {record.Latest.Version} est en vigueur.")
                : visit.Say($"Recorded: you have read version {record.Version}.", $"Enregistré\u00a0: vous avez lu la version {record.Version}."),
        };
    }

    private static string TurnedDown(ActVisit visit, DocumentRecord record) => record.Status == DocumentStatus.Live
        ? visit.Say($"Turned down: version {record.Version} stays in force.", $"Refusée\u00a0: la version {record.Version} reste en vigueur.")
        : visit.Say("Turned down: nothing is in force.", "Refusée\u00a0: rien n'est en vigueur.");

    private async Task<(DocumentRecord Record, string Hash)?> FindAsync(ActVisit visit, CancellationToken cancellationToken)
    {
        if (visit.Id.Split('/') is not [var tag, var kind, var hash] || tag is not ("fr" or "en"))
            return null;
        var language = tag == "fr" ? Language.French : Language.English;
        return await store.FindAsync(visit.Engagement.Id, kind, language, cancellationToken).ConfigureAwait(false) is { } record ? (record.On(visit.Today), hash) : null;
    }

    private ActView View(ActVisit visit, DocumentRecord record, string hash)
    {
        var version = approves ? record.Latest : record.Current;
        var view = new ActView
        {
            Title = approves ? visit.Say("Approve a document", "Valider un document") : visit.Say("Acknowledge a document", "Accuser lecture d'un document"),
            Lead = visit.Text(record.Title),
            Facts = [("Version", $"{version.Version}"), (visit.Say("Date", "Date"), visit.Locale.ShortDate(version.Day)), (visit.Say("Status", "Statut"), DocumentStatusWords.Of(record, visit.Today).In(visit.Locale.Language))],
            Link = AddressOf(visit, record, version),
        };
        if (record.Status == DocumentStatus.Retired)
            return view with { Hint = visit.Say("It was retired: there is nothing to do.", "Il a été retiré\u00a0: il n'y a rien à faire.") };
        if (approves && record.Draft is null && record.TurnedDown?.StartsWith(hash, StringComparison.Ordinal) == true)
            return view with { Said = TurnedDown(visit, record) };
        if (!version.ContentHash.StartsWith(hash, StringComparison.Ordinal))
        {
            return view with
            {
                Missed = visit.Say("Its text has changed since this link was made. Ask for a new link.", "Son texte a changé depuis la création de ce lien. Demander un nouveau lien."),
            };
        }

        return approves ? Approval(visit, record, view) : Reading(visit, record, view);
    }

    private static ActView Approval(ActVisit visit, DocumentRecord record, ActView view)
    {
        if (record.Draft is not null)
        {
            var rule = DocumentRule.Of(visit.Engagement, record);
            if (!rule.MayApprove(visit.Link.Holder.Id))
            {
                var approver = visit.Label(rule.Approver!.Name);
                return view with { Missed = visit.Say($"Nothing can be decided here: {approver} approves it now.", $"Rien ne peut être décidé ici\u00a0: {approver} la valide désormais.") };
            }

            return view with
            {
                Fields = new(visit.Say("Approve this version", "Valider cette version"))
                {
                    Other = (TurnDown, visit.Say("Turn it down", "La refuser")),
                    Note = visit.Say("A remark (optional)", "Une remarque (facultatif)"),
                },
            };
        }

        var by = record.Latest.ApprovedBy is { } who ? visit.Person(who) : "";
        var on = record.Latest.ApprovedOn is { } day ? visit.Locale.ShortDate(day) : "";
        return view with { Said = visit.Say($"Approved already on {on} by {by}.", $"Déjà validée le {on} par {by}.") };
    }

    private static ActView Reading(ActVisit visit, DocumentRecord record, ActView view)
    {
        if (record.Status != DocumentStatus.Live)
            return view with { Hint = visit.Say("It is not in force yet: there is nothing to acknowledge.", "Il n'est pas encore en vigueur\u00a0: il n'y a rien à accuser.") };
        var read = record.Acknowledgements.FirstOrDefault(one => one.Person.Equals(visit.Link.Holder.Id, StringComparison.OrdinalIgnoreCase) && one.ContentHash == record.ContentHash);
        return read is null
            ? view with { Fields = new(visit.Say("I have read this version", "J'ai lu cette version")) }
            : view with { Said = visit.Say($"Acknowledged already on {visit.Locale.ShortDate(read.On)}.", $"Déjà accusé le {visit.Locale.ShortDate(read.On)}.") };
    }

    private static (string Text, string Url) AddressOf(ActVisit visit, DocumentRecord record, DocumentRevision version)
    {
        var shelf = $"{LanguageCode.Of(record.Language)}/{record.Kind}";
        return (
            visit.Say("Read the document", "Lire le document"),
            $"../engagements/{visit.Engagement.Id}/documents/{shelf}/v{version.Version}.html?t={visit.Link.ForDocument(shelf)}");
    }
}
