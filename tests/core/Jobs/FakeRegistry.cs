using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>Engagements in memory.</summary>
internal sealed class FakeRegistry : IEngagementRegistry
{
    private readonly SortedDictionary<string, string> texts = new(StringComparer.Ordinal);

    public void Put(EngagementId engagement, string yaml) => texts[engagement.Value] = yaml;

    public Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<EngagementId>>([.. texts.Keys.Select(EngagementId.Parse)]);

    public Task<ConfigurationText?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        Task.FromResult(texts.TryGetValue(engagement.Value, out var yaml) ? new ConfigurationText($"{engagement}/engagement.yaml", yaml) : null);

    public Task<bool> CreateAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) =>
        Task.FromResult(texts.TryAdd(engagement.Value, yaml));

    public Task SaveAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default)
    {
        Put(engagement, yaml);
        return Task.CompletedTask;
    }
}
