using System.CommandLine;
using OpsAutomation.Checklists;
using OpsAutomation.Links;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops checklist link</c>: the address at which a person ticks lines without an account, to be sent to that person alone.</summary>
internal sealed class ChecklistLinkCommand : OpsCommand
{
    private readonly Argument<string> id;
    private readonly Option<string?> engagement;
    private readonly Option<string?> to;

    public ChecklistLinkCommand(Session session)
        : base(session, "link", "Make the link by which a person ticks lines.", "Créer le lien par lequel une personne coche des lignes.")
    {
        id = AddWord("ID", "the checklist, such as CL-3", "la check-list, comme CL-3");
        engagement = AddEngagement();
        to = AddValue("--to", "PERSON", "the id of the person in the engagement's file", "l'identifiant de la personne dans le fichier de la mission", required: true);
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var (named, whom) = (parsed.GetValue(id)!, parsed.GetValue(to)!);
        var links = Session.DigestLinks(open.Home) ?? throw OpsException.Refused(
            "It is not known where the app answers, so no link can be made. Set Ops__PublicUrl, such as https://ops.example.com.",
            "L'adresse de l'application n'est pas connue\u00a0: aucun lien ne peut être créé. Renseignez Ops__PublicUrl, par exemple https://ops.example.com.");
        var checklist = await KnownChecklist.FindAsync(new ChecklistStore(open.Home.State, Session.Time), open, named, cancellationToken);
        var person = open.Engagement.People.FirstOrDefault(known => known.Id.Equals(whom, StringComparison.OrdinalIgnoreCase)) ?? throw OpsException.Refused(
            $"There is no person {whom} in the engagement's file.",
            $"Il n'y a pas de personne {whom} dans le fichier de la mission.");
        Session.Line((await links.ForChecklistAsync(open.Id, person.Id, checklist.Id, open.Today, cancellationToken)).AbsoluteUri);
        Session.Line(Session.Say(
            $"For {person.Name} alone; it works for {LinkLifetime.Acting} days.",
            $"Pour {person.Name} uniquement\u00a0; il fonctionne {LinkLifetime.Acting} jours."));
        return 0;
    }
}
