using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Ports;

namespace OpsAutomation.Functions.Composition;

/// <summary>The ports that are not on this machine: of the app, and of a program that works on the app's storage account beside it.</summary>
public static class AccountServices
{
    /// <summary>Whether the ports of an account leave secrets and mail to the machine, as beside the emulator.</summary>
    /// <exception cref="InvalidOperationException">The settings contradict each other or are incomplete.</exception>
    public static bool LeavesHome(IConfiguration configuration) => !StorageSettings.From(configuration).IsCloud;

    /// <summary>State, files, engagements and queues of the account that the settings name; the vault and Graph where they name those.</summary>
    public static IServiceCollection AddAccount(this IServiceCollection services, IConfiguration configuration) =>
        services.AddRemote(configuration, StorageSettings.From(configuration));

    /// <summary>
    /// Makes what the emulator lacks (an account in the cloud has it from its infrastructure), and brings state of an older version to this one.
    /// </summary>
    /// <exception cref="OpsException">Refused: the account's state is of a newer version.</exception>
    public static async Task PrepareAsync(IServiceProvider provider, CancellationToken cancellationToken)
    {
        foreach (var step in provider.GetServices<IHostedService>().OfType<StorageSetup>())
            await step.StartingAsync(cancellationToken);
        await provider.GetRequiredService<AccountVersion>().UpgradeAsync(cancellationToken);
    }

    /// <summary>What people know the account by.</summary>
    public static string NameOf(IServiceProvider provider) => provider.GetRequiredService<QueueServiceClient>().Uri.ToString();

    internal static IServiceCollection AddRemote(this IServiceCollection services, IConfiguration configuration, StorageSettings storage)
    {
        if (storage.IsAzure)
            services.AddAzureStorage(storage);
        if (storage.KeyVault is { } vault)
            services.AddKeyVault(vault, storage.ClientId);
        else if (storage.IsCloud)
            services.AddNoSecrets();
        if (GraphComposition.IsOn(configuration))
            services.AddGraphMail(configuration, storage.ClientId, OfAllInstances);
        else if (storage.IsCloud)
            services.AddNoMailer();
        return services;
    }

    // Limits of mailboxes outlive a function's turn of the home, and are changed by the app alone.
    internal static IStateStore OfAllInstances(IServiceProvider provider) =>
        provider.GetService<BesideCommands<IStateStore>>()?.Port ?? provider.GetRequiredService<IStateStore>();
}
