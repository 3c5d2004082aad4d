using OpsAutomation.Queues;
namespace OpsAutomation.FunctionsRuntime.Queues;

/// <summary>Keeps a received message hidden while its function runs: renewed at half time, as the real host does.</summary>
internal sealed class MessageLease(IQueueStorage storage, string queue, QueuedMessage message, TimeSpan lease, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource ended = new();
    private QueuedMessage? held = message;
    private Task keeping = Task.CompletedTask;

    /// <summary>Begins to renew.</summary>
    public void Keep() => keeping = KeepAsync();

    /// <summary>Stops renewing; gives the message in the form that is held, or null where it was lost.</summary>
    public async Task<QueuedMessage?> EndAsync()
    {
        await ended.CancelAsync();
        await keeping;
        return held;
    }

    public void Dispose() => ended.Dispose();

    private async Task KeepAsync()
    {
        while (held is not null)
        {
            try
            {
                await Task.Delay(lease / 2, time, ended.Token);
                held = await storage.HideAsync(queue, held, lease);
            }
            catch (OperationCanceledException) when (ended.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // A storage that fails for a moment is asked again at the next half time; a lost message shows when it is finished.
            }
        }
    }
}
