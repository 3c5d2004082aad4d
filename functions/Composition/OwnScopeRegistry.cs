using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Functions.Composition;

/// <summary>The registry for what outlives a function: each call has a scope of its own, and so a turn of its own where the home is shared.</summary>
internal sealed class OwnScopeRegistry(IServiceScopeFactory scopes) : IEngagementRegistry
{
    public Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default) => InScopeAsync(registry => registry.ListAsync(cancellationToken));

    public Task<ConfigurationText?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        InScopeAsync(registry => registry.FindAsync(engagement, cancellationToken));

    public Task<bool> CreateAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) =>
        InScopeAsync(registry => registry.CreateAsync(engagement, yaml, cancellationToken));

    public Task SaveAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) => InScopeAsync(async registry =>
    {
        await registry.SaveAsync(engagement, yaml, cancellationToken);
        return true;
    });

    private async Task<T> InScopeAsync<T>(Func<IEngagementRegistry, Task<T>> call)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await call(scope.ServiceProvider.GetRequiredService<IEngagementRegistry>());
    }
}
