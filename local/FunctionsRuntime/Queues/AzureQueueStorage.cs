using Azure;
using Azure.Storage.Queues;
using OpsAutomation.Queues;

namespace OpsAutomation.FunctionsRuntime.Queues;

/// <summary>Queues in Azure Queue Storage or its emulator.</summary>
public sealed class AzureQueueStorage : IQueueStorage
{
    private const string NoQueue = "QueueNotFound";
    private static readonly TimeSpan Forever = TimeSpan.FromSeconds(-1);

    private readonly QueueServiceClient service;

    /// <summary>The queues of this account; the client must leave messages unencoded, which is its default.</summary>
    public AzureQueueStorage(QueueServiceClient service) => this.service = service;

    /// <inheritdoc/>
    public event EventHandler<string>? Added;

    /// <inheritdoc/>
    public async Task AddAsync(string queue, string text, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        QueueRules.CheckName(queue);
        QueueRules.CheckText(text);
        var client = service.GetQueueClient(queue);
        try
        {
            await client.SendMessageAsync(text, delay, Forever, cancellationToken);
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == NoQueue)
        {
            await client.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
            await client.SendMessageAsync(text, delay, Forever, cancellationToken);
        }

        if (delay <= TimeSpan.Zero)
            Added?.Invoke(this, queue);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(string queue, int count, TimeSpan lease, CancellationToken cancellationToken = default)
    {
        QueueRules.CheckName(queue);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 32);
        try
        {
            var received = await service.GetQueueClient(queue).ReceiveMessagesAsync(count, lease, cancellationToken);
            return [.. received.Value.Select(message => new QueuedMessage(message.MessageId, message.Body.ToString(), (int)message.DequeueCount, message.PopReceipt))];
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == NoQueue)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public async Task<QueuedMessage?> HideAsync(string queue, QueuedMessage message, TimeSpan hidden, CancellationToken cancellationToken = default)
    {
        try
        {
            var updated = await service.GetQueueClient(queue).UpdateMessageAsync(
                message.Id, message.Receipt, message.Text, hidden, cancellationToken);
            return message with { Receipt = updated.Value.PopReceipt };
        }
        catch (RequestFailedException exception) when (IsLost(exception))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> DeleteAsync(string queue, QueuedMessage message, CancellationToken cancellationToken = default)
    {
        try
        {
            await service.GetQueueClient(queue).DeleteMessageAsync(message.Id, message.Receipt, cancellationToken);
            return true;
        }
        catch (RequestFailedException exception) when (IsLost(exception))
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(string queue, CancellationToken cancellationToken = default)
    {
        QueueRules.CheckName(queue);
        try
        {
            var properties = await service.GetQueueClient(queue).GetPropertiesAsync(cancellationToken);
            return properties.Value.ApproximateMessagesCount;
        }
        catch (RequestFailedException exception) when (exception.ErrorCode == NoQueue)
        {
            return 0;
        }
    }

    private static bool IsLost(RequestFailedException exception)
        => exception.ErrorCode is "MessageNotFound" or "PopReceiptMismatch" or NoQueue;
}
