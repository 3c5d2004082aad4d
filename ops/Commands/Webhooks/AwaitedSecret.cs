using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>The secret of a source that its vendor makes, while it is not here yet.</summary>
internal sealed class AwaitedSecret(Session session)
{
    /// <summary>Says what to do in the vendor's tool; where the vendor tells the app the secret itself, lets the source wait for it.</summary>
    public async Task BeginAsync(OpenEngagement open, WebhookSettings source, Uri? publicUrl, string? by, string action, CancellationToken cancellationToken)
    {
        await WebhookAudit.RecordAsync(open, session.Time, by, action, source.Source, cancellationToken);
        string? until = null;
        if (SecretOrigins.Of(source.Scheme) == SecretOrigin.Handshake)
        {
            var now = Instant.FromDateTimeOffset(session.Time.GetUtcNow());
            var end = await NotionHandshake.AwaitAsync(open.Home.Secrets, open.Id, source.Source, now, cancellationToken);
            until = session.Locale.ShortMoment(end.InZone(open.Engagement.Zone).LocalDateTime);
        }

        new WebhookLines(session).WriteAwaiting(open.Id, source, publicUrl, until);
    }

    /// <summary>Refused: a person has to hand it over.</summary>
    public static OpsException Missing(EngagementId engagement, string source) => OpsException.Refused(
        $"The vendor of {source} makes its secret. Write it into a file, as its first line, and name it: ops webhook rotate {source} -e {engagement} --secret-file FILE (- for standard input)",
        $"L'éditeur de {source} crée son secret. Écrivez-le sur la première ligne d'un fichier et indiquez-le\u00a0: ops webhook rotate {source} -e {engagement} --secret-file FICHIER (- pour l'entrée standard)");
}
