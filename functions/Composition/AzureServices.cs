using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Azure;
using OpsAutomation.Functions.Health;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;
using OpsAutomation.Pulls;

namespace OpsAutomation.Functions.Composition;

/// <summary>The adapters of a storage account or its emulator.</summary>
internal static class AzureServices
{
    /// <summary>State, files, engagements and queues in a storage account.</summary>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services, StorageSettings settings)
    {
        services.AddSingleton<TokenCredential>(_ => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.ClientId }));
        services.AddSingleton(provider => settings.Blobs is { } uri
            ? new BlobServiceClient(uri, provider.GetRequiredService<TokenCredential>())
            : new BlobServiceClient(settings.ConnectionString));
        services.AddSingleton(provider => settings.Queues is { } uri
            ? new QueueServiceClient(uri, provider.GetRequiredService<TokenCredential>())
            : new QueueServiceClient(settings.ConnectionString));
        services.AddSingleton(provider => settings.Tables is { } uri
            ? new TableServiceClient(uri, provider.GetRequiredService<TokenCredential>())
            : new TableServiceClient(settings.ConnectionString));
        services.AddSingleton<IBlobStore, AzureBlobStore>();
        services.AddSingleton<IStateStore, AzureStateStore>();
        services.AddSingleton<IEngagementRegistry, AzureEngagementRegistry>();
        services.AddSingleton<IJobQueue, AzureJobQueue>();
        services.AddSingleton(new PullLimits());
        services.AddSingleton(new PortProbe("queue", (provider, token) => provider.GetRequiredService<QueueServiceClient>().GetQueueClient(JobQueues.Exports).GetPropertiesAsync(token)));
        // In the cloud, infrastructure makes them, and the app's identity may not.
        if (settings.ConnectionString is not null)
            services.AddHostedService<StorageSetup>();
        services.AddSingleton<AccountVersion>();
        return services;
    }
}
