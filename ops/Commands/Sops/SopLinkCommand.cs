using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Links;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop link</c>: the address at which the approver of a draft approves it without an account.</summary>
internal sealed class SopLinkCommand : OpsCommand
{
    private readonly Argument<string> kind;
    private readonly Option<string?> engagement;
    private readonly Option<string?> to;

    public SopLinkCommand(Session session)
        : base(session, "link", "Make the link by which a draft is approved.", "Créer le lien par lequel un brouillon est validé.")
    {
        kind = AddWord("KIND", "the document, such as sop-incident", "le document, comme sop-incident");
        engagement = AddEngagement();
        to = AddValue("--to", "PERSON", "the id of the person; the approver by default", "l'identifiant de la personne\u00a0; le valideur par défaut");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = KnownDocument.Find(parsed.GetValue(kind)!);
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var links = Session.DigestLinks(open.Home) ?? throw OpsException.Refused(
            "It is not known where the app answers, so no link can be made. Set Ops__PublicUrl, such as https://ops.example.com.",
            "L'adresse de l'application n'est pas connue\u00a0: aucun lien ne peut être créé. Renseignez Ops__PublicUrl, par exemple https://ops.example.com.");
        var life = new DocumentLife(open.Home.Blobs, open.Home.State, Session.Time);
        var language = (await life.LanguagesAsync(open.Engagement, found.Id, UserLanguage.Parse(GlobalOptions.LangOf(parsed)), cancellationToken))[0];
        var (record, approver) = await life.DraftAsync(open.Engagement, found.Id, language, open.Today, cancellationToken);
        var person = parsed.GetValue(to) is { } id ? KnownDocument.Known(open.Engagement, id) : approver ?? throw OpsException.Refused(
            "Nobody is named who approves it: give --to PERSON, or an approver in the engagement's file.",
            "Personne n'est désigné pour le valider\u00a0: indiquez --to PERSONNE, ou un valideur (approver) dans le fichier de la mission.");
        if (!DocumentRule.Of(open.Engagement, record).MayApprove(person.Id))
        {
            throw OpsException.Refused(
                $"{person.Id} does not approve {record.Kind}: {approver?.Id} does. Name the approver in the engagement's file: documents, life, approver.",
                $"{person.Id} ne valide pas {record.Kind}\u00a0: {approver?.Id} le valide. Nommez le valideur dans le fichier de la mission\u00a0: documents, life, approver.");
        }

        Session.Line((await links.ForDocumentApprovalAsync(open.Id, person.Id, record, open.Today, cancellationToken)).AbsoluteUri);
        Session.Line(Session.Say(
            $"For {person.Name} alone; it works for {LinkLifetime.Acting} days, and for this text only.",
            $"Pour {person.Name} uniquement\u00a0; il fonctionne {LinkLifetime.Acting} jours, et pour ce texte seulement."));
        return 0;
    }
}
