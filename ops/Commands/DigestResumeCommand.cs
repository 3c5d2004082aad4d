using System.CommandLine;
using OpsAutomation.Digests;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops digest resume</c>: ends a pause.</summary>
internal sealed class DigestResumeCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> to;
    private readonly Option<string?> by;

    public DigestResumeCommand(Session session)
        : base(session, "resume", "End a pause.", "Mettre fin à une pause.")
    {
        engagement = AddEngagement();
        to = AddValue("--to", "RECIPIENT", "one recipient's id; all of them by default", "l'identifiant d'un destinataire ; tous par défaut");
        by = AddValue("--by", "WHO", "who asks for it", "qui le demande");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var sender = new DigestSender(open.Home.State, open.Home.Mailer, Session.Time);
        foreach (var recipient in DigestRecipients.Of(open.Engagement, parsed.GetValue(to)))
        {
            await sender.ResumeAsync(open.Engagement, recipient.Id, parsed.GetValue(by), cancellationToken);
            Session.Line(Session.Say($"{recipient.Name}: resumed", $"{recipient.Name} : repris"));
        }

        return 0;
    }
}
