using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Ports;

namespace OpsAutomation.Runs;

/// <summary>Reads where an engagement stands from its facts and its records; changes nothing.</summary>
public sealed class StandingReader(IBlobStore blobs, IStateStore state)
{
    private readonly FactStore store = new(blobs, state);

    /// <summary>The KPIs alone.</summary>
    /// <exception cref="OpsException">The days asked for make no period, or facts cannot be read.</exception>
    public async Task<IReadOnlyList<KpiResult>> KpisAsync(Engagement engagement, KpiRequest request, CancellationToken cancellationToken = default)
    {
        var facts = await store.OpenAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        return KpiEngine.Compute(engagement, facts, request);
    }
}
