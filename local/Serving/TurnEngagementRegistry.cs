using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Serving;

/// <summary>The home's engagements, in the function's turn.</summary>
public sealed class TurnEngagementRegistry(HomeTurn turn) : IEngagementRegistry
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Engagements.ListAsync(cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<ConfigurationText?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Engagements.FindAsync(engagement, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<bool> CreateAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Engagements.CreateAsync(engagement, yaml, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task SaveAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).Engagements.SaveAsync(engagement, yaml, cancellationToken).ConfigureAwait(false);
}
