using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Testing;

/// <summary>Engagements in memory.</summary>
public sealed class InMemoryRegistry : IEngagementRegistry
{
    private readonly SortedDictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>The YAML of an engagement.</summary>
    public string this[EngagementId engagement]
    {
        set
        {
            lock (gate)
                texts[engagement.Value] = value;
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyList<EngagementId>>([.. texts.Keys.Select(EngagementId.Parse)]);
    }

    /// <inheritdoc/>
    public Task<ConfigurationText?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        lock (gate)
            return Task.FromResult(texts.TryGetValue(engagement.Value, out var yaml) ? new ConfigurationText($"{engagement}.yaml", yaml) : null);
    }

    /// <inheritdoc/>
    public Task<bool> CreateAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default)
    {
        lock (gate)
            return Task.FromResult(texts.TryAdd(engagement.Value, yaml));
    }

    /// <inheritdoc/>
    public Task SaveAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default)
    {
        this[engagement] = yaml;
        return Task.CompletedTask;
    }
}
