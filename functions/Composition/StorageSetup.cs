using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using OpsAutomation.Azure;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Composition;

/// <summary>Makes the containers, queues and tables of the emulator, before any trigger starts.</summary>
internal sealed class StorageSetup(BlobServiceClient blobs, QueueServiceClient queues, TableServiceClient tables) : StartupStep
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var container in StorageNames.Containers)
            await blobs.GetBlobContainerClient(container).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        foreach (var queue in JobQueues.All)
        {
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await queues.GetQueueClient(queue + JobQueues.PoisonSuffix).CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        }

        await tables.CreateTableIfNotExistsAsync(StorageNames.State, cancellationToken);
    }
}
