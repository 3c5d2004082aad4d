using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Benchmarks.Cost;

/// <summary>Counts the requests for engagements' files, which are blobs.</summary>
internal sealed class CountedRegistry(IEngagementRegistry inner, OperationCounts counts) : IEngagementRegistry
{
    public Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default)
    {
        // One for all engagements together.
        counts.Add("round-list");
        return inner.ListAsync(cancellationToken);
    }

    public Task<ConfigurationText?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        counts.Add("blob-read");
        return inner.FindAsync(engagement, cancellationToken);
    }

    public Task<bool> CreateAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) => inner.CreateAsync(engagement, yaml, cancellationToken);

    public Task SaveAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) => inner.SaveAsync(engagement, yaml, cancellationToken);
}
