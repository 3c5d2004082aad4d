using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Serving;

/// <summary>The home's secrets, in the function's turn.</summary>
public sealed class TurnSecretStore(HomeTurn turn) : ISecretStore
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Secrets.FindAsync(engagement, name, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task RotateAsync(EngagementId engagement, string name, string value, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Secrets.RotateAsync(engagement, name, value, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task RemoveAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Secrets.RemoveAsync(engagement, name, cancellationToken).ConfigureAwait(false);
}
