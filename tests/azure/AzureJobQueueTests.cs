using System.Text;
using Azure.Storage.Queues;
using OpsAutomation.Conformance;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Tests;

public sealed class AzureJobQueueTests(Azurite azurite) : JobQueueConformance
{
    private readonly QueueServiceClient service = new(azurite.ConnectionString);

    protected override async Task<IJobQueue> OpenAsync()
    {
        foreach (var name in JobQueues.All)
        {
            await service.GetQueueClient(name).CreateIfNotExistsAsync();
            await service.GetQueueClient(name).ClearMessagesAsync();
            await service.GetQueueClient(name + JobQueues.PoisonSuffix).CreateIfNotExistsAsync();
        }

        return new AzureJobQueue(service);
    }

    protected override async Task<IReadOnlyList<string>> ReceiveAsync(string queue)
    {
        var received = await service.GetQueueClient(queue).ReceiveMessagesAsync(32);
        return [.. received.Value.Select(message => Encoding.UTF8.GetString(Convert.FromBase64String(message.Body.ToString())))];
    }
}
