using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Testing;

/// <summary>Secrets in memory.</summary>
public sealed class InMemorySecretStore : ISecretStore
{
    private readonly Dictionary<(EngagementId, string), List<string>> secrets = [];
    private readonly Lock gate = new();

    /// <summary>What was asked for: engagements and names.</summary>
    public List<string> Asked { get; } = [];

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default)
    {
        SecretName.Check(name);
        lock (gate)
        {
            Asked.Add($"{engagement}/{name}");
            return Task.FromResult<IReadOnlyList<string>>([.. secrets.GetValueOrDefault((engagement, name), [])]);
        }
    }

    /// <inheritdoc/>
    public Task RotateAsync(EngagementId engagement, string name, string value, CancellationToken cancellationToken = default)
    {
        SecretName.Check(name, value);
        lock (gate)
            secrets[(engagement, name)] = [.. secrets.GetValueOrDefault((engagement, name), []).Prepend(value).Take(2)];
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task RemoveAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default)
    {
        SecretName.Check(name);
        lock (gate)
            secrets.Remove((engagement, name));
        return Task.CompletedTask;
    }
}
