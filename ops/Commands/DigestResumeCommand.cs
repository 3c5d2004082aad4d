using System.CommandLine;
using OpsAutomation.Digests;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Engagements;
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
        to = AddValue("--to", "RECIPIENT", "one recipient's id, or a person's who ended the mails about documents; all recipients by default", "l'identifiant d'un destinataire, ou d'une personne qui a mis fin aux messages sur les documents ; tous par défaut");
        by = AddAsker();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        if (open.Engagement.FindPerson(parsed.GetValue(to)) is { } person && await ResumeAsksAsync(open, person, parsed.GetValue(by), cancellationToken))
            return 0;
        var sender = new DigestSender(open.Home.State, open.Home.Mailer, Session.Time);
        foreach (var recipient in DigestRecipients.Of(open.Engagement, parsed.GetValue(to)))
        {
            await sender.ResumeAsync(open.Engagement, recipient.Id, parsed.GetValue(by), cancellationToken);
            Session.Line(Session.Say($"{recipient.Name}: resumed", $"{recipient.Name} : repris"));
        }

        return 0;
    }

    // Who is no recipient can have ended the mails about documents only.
    private async Task<bool> ResumeAsksAsync(OpenEngagement open, Person person, string? by, CancellationToken cancellationToken)
    {
        await new AskSilence(open.Home.State).ResumeAsync(open.Id, person, by, Session.Time, cancellationToken);
        if (open.Engagement.Recipients.Any(recipient => recipient.Id.Equals(person.Id, StringComparison.OrdinalIgnoreCase)))
            return false;
        Session.Line(Session.Say($"{person.Name}: asked about documents by mail again", $"{person.Name}\u00a0: sollicitations par courriel au sujet des documents reprises"));
        return true;
    }
}
