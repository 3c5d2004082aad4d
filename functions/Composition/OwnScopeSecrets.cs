using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Functions.Composition;

/// <summary>The secrets for what outlives a function, as <see cref="OwnScopeRegistry"/> is the registry.</summary>
internal sealed class OwnScopeSecrets(IServiceScopeFactory scopes) : ISecretStore
{
    public async Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISecretStore>().FindAsync(engagement, name, cancellationToken);
    }

    public async Task RotateAsync(EngagementId engagement, string name, string value, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISecretStore>().RotateAsync(engagement, name, value, cancellationToken);
    }

    public async Task RemoveAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ISecretStore>().RemoveAsync(engagement, name, cancellationToken);
    }
}
