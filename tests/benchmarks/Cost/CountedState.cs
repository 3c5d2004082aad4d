using System.Runtime.CompilerServices;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Benchmarks.Cost;

/// <summary>Counts the requests to the table that the adapter of a storage account would make: one each, a page of a listing holds 1,000 records.</summary>
internal sealed class CountedState(IStateStore inner, OperationCounts counts) : IStateStore
{
    private const int Page = 1000;

    public Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default)
    {
        counts.Add("table");
        return inner.FindAsync(engagement, key, cancellationToken);
    }

    public async IAsyncEnumerable<StateEntry> ListAsync(
        EngagementId engagement, string collection, string idPrefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        counts.Add("table");
        var read = 0;
        await foreach (var entry in inner.ListAsync(engagement, collection, idPrefix, cancellationToken))
        {
            if (++read % Page == 0)
                counts.Add("table");
            yield return entry;
        }
    }

    public Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default)
    {
        counts.Add("table");
        return inner.CommitAsync(engagement, changes, cancellationToken);
    }
}
