using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Serving;

/// <summary>The home's outbox, in the function's turn.</summary>
public sealed class TurnMailer(HomeTurn turn) : IMailer
{
    /// <inheritdoc/>
    public async Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Mailer.SendAsync(engagement, key, message, cancellationToken).ConfigureAwait(false);
}
