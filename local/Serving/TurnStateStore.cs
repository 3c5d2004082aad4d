using System.Runtime.CompilerServices;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Serving;

/// <summary>The home's records, in the function's turn.</summary>
public sealed class TurnStateStore(HomeTurn turn) : IStateStore
{
    /// <inheritdoc/>
    public async Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).State.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async IAsyncEnumerable<StateEntry> ListAsync(
        EngagementId engagement, string collection, string idPrefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var home = await turn.HomeAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var entry in home.State.ListAsync(engagement, collection, idPrefix, cancellationToken).ConfigureAwait(false))
            yield return entry;
    }

    /// <inheritdoc/>
    public async Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default) =>
        await (await turn.HomeAsync(cancellationToken).ConfigureAwait(false)).State.CommitAsync(engagement, changes, cancellationToken).ConfigureAwait(false);
}
