using System.CommandLine;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary><c>ops webhook handshake</c>: shows the secret that a vendor told the app, for the person to enter it where the vendor asks.</summary>
internal sealed class WebhookHandshakeCommand : OpsCommand
{
    private readonly Argument<string> name;
    private readonly Option<string?> engagement;

    public WebhookHandshakeCommand(Session session)
        : base(session, "handshake", "Show the secret that Notion sent.", "Afficher le secret que Notion a envoyé.")
    {
        name = AddWord("NAME", "a source whose vendor sends its secret itself", "une source dont l'éditeur envoie lui-même le secret");
        engagement = AddEngagement();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var target = WebhookTarget.Find(open.Engagement, parsed.GetValue(name)!.Trim());
        if (target.Origin != SecretOrigin.Handshake)
            throw NotSent();
        var source = target.Source!.Source;
        var until = await NotionHandshake.AwaitedUntilAsync(open.Home.Secrets, open.Id, source, cancellationToken);
        if (until >= Instant.FromDateTimeOffset(Session.Time.GetUtcNow()))
        {
            var moment = Session.Locale.ShortMoment(until.Value.InZone(open.Engagement.Zone).LocalDateTime);
            Session.Line(Session.Say(
                $"Nothing has come yet; the app waits until {moment}. Does it run, and is the URL in Notion that of ops webhook add?",
                $"Rien n'est encore arrivé\u00a0; l'application attend jusqu'à {moment}. Tourne-t-elle, et l'URL dans Notion est-elle celle de ops webhook add\u00a0?"));
            return 0;
        }

        var secrets = await open.Home.Secrets.FindAsync(open.Id, target.Secret, cancellationToken);
        if (secrets.Count == 0)
            throw TooLate(open.Id, source);
        Session.Line(Session.Say("Secret:  ", "Secret\u00a0:  ") + secrets[0]);
        Session.Line(Session.Say("Enter it in Notion, where it asks for the verification token.", "Saisissez-le dans Notion, là où il demande le jeton de vérification."));
        return 0;
    }

    private static OpsException NotSent() => OpsException.Refused(
        "Only Notion sends its secret to the app. Secrets of other sources are shown once, when they are made.",
        "Seul Notion envoie son secret à l'application. Les secrets des autres sources ne sont affichés qu'une fois, à leur création.");

    private static OpsException TooLate(EngagementId engagement, string source) => OpsException.Refused(
        $"Nothing came within the hour. Begin again: ops webhook rotate {source} -e {engagement}, then Resend token in Notion.",
        $"Rien n'est arrivé dans l'heure. Recommencez\u00a0: ops webhook rotate {source} -e {engagement}, puis renvoyez le jeton dans Notion.");
}
