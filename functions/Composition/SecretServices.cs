using Azure.Identity;
using Azure.Security.KeyVault.Secrets;
using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Azure;
using OpsAutomation.Ports;

namespace OpsAutomation.Functions.Composition;

/// <summary>Where secrets are kept other than in the home.</summary>
internal static class SecretServices
{
    /// <summary>Secrets in a key vault, by the app's identity.</summary>
    public static IServiceCollection AddKeyVault(this IServiceCollection services, Uri vault, string? clientId) => services.AddSingleton<ISecretStore>(provider => new KeyVaultSecrets(
        new SecretClient(vault, Credential(clientId)), provider.GetRequiredService<TimeProvider>()));

    /// <summary>No secrets: what needs one says which setting is missing.</summary>
    public static IServiceCollection AddNoSecrets(this IServiceCollection services) => services.AddSingleton<ISecretStore, MissingSecrets>();

    private static DefaultAzureCredential Credential(string? clientId) => new(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
}
