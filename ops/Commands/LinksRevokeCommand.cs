using System.CommandLine;
using OpsAutomation.Links;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops links revoke</c>: ends every link that a reader holds; those of digests to come work.</summary>
internal sealed class LinksRevokeCommand : OpsCommand
{
    private readonly Option<string?> to;
    private readonly Option<string?> engagement;
    private readonly Option<string?> by;

    public LinksRevokeCommand(Session session)
        : base(session, "revoke", "End the links that somebody holds.", "Mettre fin aux liens que quelqu'un détient.")
    {
        to = AddValue("--to", "RECIPIENT", "the id of a recipient, or of a person of the engagement", "l'identifiant d'un destinataire, ou d'une personne de la mission", required: true);
        engagement = AddEngagement();
        by = AddAsker();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var named = parsed.GetValue(to)!.Trim();
        var holders = LinkHolder.Named(open.Engagement, named);
        if (holders.Count == 0)
        {
            var ids = string.Join(", ", open.Engagement.Recipients.Select(one => one.Id).Concat(open.Engagement.People.Select(one => one.Id)).Distinct(StringComparer.OrdinalIgnoreCase));
            throw OpsException.Refused(
                $"There is no recipient and no person of that id. There are: {ids}.",
                $"Aucun destinataire et aucune personne n'a cet identifiant. Il y a\u00a0: {ids}.");
        }

        foreach (var holder in holders)
            await new LinkGenerations(open.Home.State, Session.Time).RevokeAsync(open.Id, holder, parsed.GetValue(by), cancellationToken);
        Session.Line(Session.Say(
            $"{named}: the links sent so far have ended, except the one that ends the digests. Those of the next digest work.",
            $"{named}\u00a0: les liens déjà envoyés ne fonctionnent plus, sauf celui qui met fin aux points hebdomadaires. Ceux du prochain envoi fonctionneront."));
        return 0;
    }
}
