using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Functions.Composition;

/// <summary>Stands where the cloud app has no mailer: a digest written to a disk that goes with the machine would be lost.</summary>
internal sealed class MissingMailer : IMailer
{
    public Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default) =>
        throw OpsException.Refused(
            "The app has no mailer, so nothing was sent. Set Ops__Graph__TenantId and the settings beside it (docs/operations.md), then replay what failed.",
            "L'application n'a pas de service d'envoi\u00a0: rien n'a été envoyé. Renseignez Ops__Graph__TenantId et les réglages voisins (docs/operations.md), puis rejouez ce qui a échoué.");
}
