using Azure;
using Azure.Storage.Queues;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure;

/// <summary>Queues of a storage account, base64 as the Functions host expects by default. Messages do not expire.</summary>
public sealed class AzureJobQueue : IJobQueue
{
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);
    private readonly QueueServiceClient service;

    /// <summary>The queues of this account; the client must leave messages unencoded, which is its default.</summary>
    public AzureJobQueue(QueueServiceClient service) => this.service = service;

    /// <inheritdoc/>
    public async Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        JobMessage.Check(message, delay);
        var client = service.GetQueueClient(queue);
        try
        {
            await client.SendMessageAsync(
                JobMessage.Encode(message), delay == TimeSpan.Zero ? null : delay, Forever, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }
    }
}
