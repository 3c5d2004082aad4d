using System.CommandLine;
using OpsAutomation.Audit;
using OpsAutomation.Links;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary><c>ops webhook rotate</c>: gives a source, an endpoint or the links in digests a new secret; the last one stays valid beside it unless asked otherwise.</summary>
internal sealed class WebhookRotateCommand : OpsCommand
{
    private readonly Argument<string> name;
    private readonly Option<string?> engagement;
    private readonly Option<bool> now;
    private readonly Option<string?> secretFile;
    private readonly Option<string?> url;
    private readonly Option<string?> by;

    public WebhookRotateCommand(Session session)
        : base(session, "rotate", "Give it a new secret.", "Lui donner un nouveau secret.")
    {
        name = AddWord("NAME", "a source, an endpoint, or links for the links in digests", "une source, une destination, ou links pour les liens des points hebdomadaires");
        engagement = AddEngagement();
        now = AddFlag("--now", "end the former secrets at once: they are known to somebody else", "mettre fin tout de suite aux anciens secrets\u00a0: quelqu'un d'autre les connaît");
        secretFile = AddSecretFile();
        url = AddPublicUrl();
        by = AddAsker();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var word = parsed.GetValue(name)!.Trim();
        var publicUrl = Session.PublicUrl(parsed.GetValue(url));
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        if (word == SecretName.Links)
            return await RotateLinksAsync(open, parsed, cancellationToken);
        var target = WebhookTarget.Find(open.Engagement, word);
        var file = parsed.GetValue(secretFile);
        if (file is null && target.Origin == SecretOrigin.Vendor)
            throw AwaitedSecret.Missing(open.Id, word);
        if (file is null && target.Origin == SecretOrigin.Handshake)
        {
            await new AwaitedSecret(Session).BeginAsync(
                open, target.Source!, publicUrl, parsed.GetValue(by), parsed.GetValue(now) ? AuditAction.SecretRevoked : AuditAction.SecretRotated, cancellationToken);
            if (parsed.GetValue(now))
                await open.Home.Secrets.RemoveAsync(open.Id, target.Secret, cancellationToken);
            return 0;
        }

        var secret = await NewSecret.ReadAsync(file, target, Session.In, cancellationToken);
        await RecordAsync(open, parsed, word, cancellationToken);
        if (parsed.GetValue(now))
            await open.Home.Secrets.RemoveAsync(open.Id, target.Secret, cancellationToken);
        await open.Home.Secrets.RotateAsync(open.Id, target.Secret, secret, cancellationToken);
        new WebhookLines(Session).Write(open.Id, target, secret, publicUrl);
        Session.Line(parsed.GetValue(now)
            ? Session.Say("The former secrets have ended.", "Les anciens secrets ne sont plus valables.")
            : Session.Say("The last secret stays valid until the next rotation: change the other side now.", "Le dernier secret reste valable jusqu'au prochain changement\u00a0: modifiez l'autre côté maintenant."));
        return 0;
    }

    private Task RecordAsync(OpenEngagement open, ParseResult parsed, string subject, CancellationToken cancellationToken) => WebhookAudit.RecordAsync(
        open, Session.Time, parsed.GetValue(by), parsed.GetValue(now) ? AuditAction.SecretRevoked : AuditAction.SecretRotated, subject, cancellationToken);

    private async Task<int> RotateLinksAsync(OpenEngagement open, ParseResult parsed, CancellationToken cancellationToken)
    {
        var atOnce = parsed.GetValue(now);
        await RecordAsync(open, parsed, SecretName.Links, cancellationToken);
        if (atOnce)
            await open.Home.Secrets.RemoveAsync(open.Id, SecretName.Links, cancellationToken);
        await new LinkSigner(open.Home.Secrets, open.Home.Engagements, Session.Time).RotateAsync(open.Id, cancellationToken);
        Session.Line(atOnce
            ? Session.Say("Links are signed with a new key; those sent so far have ended.", "Les liens sont signés avec une nouvelle clé\u00a0; ceux déjà envoyés ne fonctionnent plus.")
            : Session.Say("Links are signed with a new key; those of the last one still work.", "Les liens sont signés avec une nouvelle clé\u00a0; ceux de la précédente fonctionnent encore."));
        return 0;
    }
}
