using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ports;

/// <summary>
/// Small records of an engagement, JSON texts by collection and id, with optimistic concurrency. The partition is always the engagement.
/// </summary>
public interface IStateStore
{
    /// <summary>One record, or null.</summary>
    Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default);

    /// <summary>The records of a collection whose ids start with the prefix, in ordinal order of their ids.</summary>
    IAsyncEnumerable<StateEntry> ListAsync(EngagementId engagement, string collection, string idPrefix = "", CancellationToken cancellationToken = default);

    /// <summary>
    /// Applies 1 to 100 changes, all or none.
    /// </summary>
    /// <exception cref="StateConflictException">A record to insert is there already, or one to change is not as it was read.</exception>
    Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default);

    /// <summary>
    /// Removes what replaced and removed records have left in the storage, where it keeps anything of them, unless it was written from a moment on:
    /// that may belong to a commit under way.
    /// </summary>
    /// <returns>How many things were removed.</returns>
    Task<int> SweepAsync(EngagementId engagement, Instant before, CancellationToken cancellationToken = default) => Task.FromResult(0);
}
