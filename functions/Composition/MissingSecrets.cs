using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Functions.Composition;

/// <summary>Stands where the cloud app has no key vault: there are no secrets, and none can be added.</summary>
internal sealed class MissingSecrets : ISecretStore
{
    public Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public Task RotateAsync(EngagementId engagement, string name, string value, CancellationToken cancellationToken = default) => throw OpsException.Refused(
        "The app has no key vault, so it can keep no secret. Set Ops__KeyVaultUri (docs/operations.md), then try again.",
        "L'application n'a pas de coffre de clés\u00a0: elle ne peut conserver aucun secret. Renseignez Ops__KeyVaultUri (docs/operations.md), puis réessayez.");

    public Task RemoveAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
