using System.CommandLine;
using OpsAutomation.Audit;
using OpsAutomation.Digests;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Engagements;
using OpsAutomation.Local;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops release</c>: lets a restored home send again, once a person has said what left after the backup.</summary>
internal sealed class ReleaseCommand : OpsCommand
{
    private readonly Option<bool> asSent;
    private readonly Option<bool> asUnsent;
    private readonly Option<string?> by;

    public ReleaseCommand(Session session)
        : base(session, "release", "Let a restored home send again.", "Laisser un dossier restauré envoyer de nouveau.")
    {
        asSent = AddFlag("--as-sent", "digests that were due until now left already, or are not to leave", "les points dus jusqu'ici sont déjà partis, ou ne doivent plus partir");
        asUnsent = AddFlag("--as-unsent", "nothing left since the backup", "rien n'est parti depuis la sauvegarde");
        by = AddValue("--by", "WHO", "who says so", "qui le dit");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var isSent = parsed.GetValue(asSent);
        if (isSent == parsed.GetValue(asUnsent))
        {
            throw OpsException.WrongUsage(
                "Say one of --as-sent and --as-unsent. If you do not know, say --as-sent: a digest that is missed can be sent by hand, one that came twice cannot be taken back.",
                "Indiquez l'un de --as-sent et --as-unsent. Si vous ne savez pas, dites --as-sent\u00a0: un point qui manque peut être envoyé à la main, un point reçu deux fois ne peut pas être repris.");
        }

        Session.RefuseAccount("release");
        using var home = await LocalHome.OpenAsync(Session.HomeFolder(GlobalOptions.HomeOf(parsed)), Session.Time, cancellationToken: cancellationToken);
        if (home.HeldSince is null)
        {
            Session.Line(Session.Say("This home is not held back.", "Ce dossier n'est pas retenu."));
            return 0;
        }

        if (isSent)
        {
            var engagements = new RegisteredEngagements(home.Engagements);
            foreach (var id in await engagements.ListAsync(cancellationToken))
                await SkipAsync(home, await engagements.FindAsync(id, cancellationToken), parsed.GetValue(by) ?? AuditLog.Operator, cancellationToken);
        }

        home.Release();
        Session.Line(Session.Say("Released: from now on what is due leaves.", "Libéré\u00a0: désormais, ce qui est dû part."));
        return 0;
    }

    // What is due now is as if paused on its day; the next one goes.
    private async Task SkipAsync(LocalHome home, Engagement? engagement, string who, CancellationToken cancellationToken)
    {
        if (engagement is null)
            return;
        var sender = new DigestSender(home.State, home.Mailer, Session.Time);
        foreach (var due in await new DigestRun(home.State, sender, Session.Time).UnsentAsync(engagement, cancellationToken))
        {
            await sender.PauseAsync(engagement, due.Recipient.Id, due.Day, due.Day, who, cancellationToken);
            var day = Session.Locale.ShortDate(due.Day);
            Session.Line(Session.Say(
                $"{engagement.Id}: the digest of {day} to {due.Recipient.Name} counts as sent",
                $"{engagement.Id}\u00a0: le point du {day} pour {due.Recipient.Name} est tenu pour envoyé"));
        }

        foreach (var person in await new DocumentAsks(home.Blobs, home.State, home.Mailer, Session.Time).CountAsSentAsync(engagement, cancellationToken))
        {
            Session.Line(Session.Say(
                $"{engagement.Id}: {person.Name} counts as asked about documents", $"{engagement.Id}\u00a0: {person.Name} est tenu pour sollicité au sujet des documents"));
        }
    }
}
