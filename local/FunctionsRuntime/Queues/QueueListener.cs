using System.Text;
using Microsoft.Extensions.Logging;
using OpsAutomation.FunctionsRuntime.Functions;
using OpsAutomation.FunctionsRuntime.Http;
using OpsAutomation.Queues;

namespace OpsAutomation.FunctionsRuntime.Queues;

/// <summary>
/// Runs one function for each message of one queue, as host.json says. A message is deleted once its function has succeeded; a failed one comes
/// back after the visibility timeout, or goes to the poison queue after the last attempt. A failed message of a poison queue stays hidden
/// for the rest of its lease, since it has nowhere to go. While many requests wait for an answer it receives less.
/// </summary>
internal sealed class QueueListener(
    FunctionDefinition function, string queue, IQueueStorage storage, FunctionInvoker invoker,
    HostSettings settings, TimeSpan lease, TimeProvider time, ILogger log, RequestsUnderWay? requests = null) : IDisposable
{
    private const string PoisonSuffix = "-poison";
    private const int MostMoments = 20;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);
    private static readonly Encoding Utf8 = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly Lock gate = new();
    private readonly HashSet<Task> running = [];
    private TimeSpan pause = Shortest;

    /// <summary>Receives until the token falls; what was received goes on.</summary>
    public async Task ListenAsync(CancellationToken stopReceiving)
    {
        storage.Added += OnAdded;
        try
        {
            while (!stopReceiving.IsCancellationRequested)
            {
                await GiveWayAsync(stopReceiving);
                var received = await ReceiveAsync(stopReceiving);
                if (received == 0)
                    await WaitAsync(NextPause(received), stopReceiving);
                else
                    NextPause(received);
            }
        }
        catch (OperationCanceledException) when (stopReceiving.IsCancellationRequested)
        {
        }
        finally
        {
            storage.Added -= OnAdded;
        }
    }

    /// <summary>Waits for what is in flight until the token falls; then cancels it, and gives back what still does not end.</summary>
    public async Task DrainAsync(CancellationToken limit)
    {
        var all = Task.WhenAll(InFlight());
        try
        {
            await all.WaitAsync(limit);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            await stop.CancelAsync();
            await all;
        }
    }

    /// <summary>Receives one batch where there is room and starts its functions; gives the number of messages.</summary>
    public async Task<int> ReceiveAsync(CancellationToken cancellationToken)
    {
        if (InFlight().Length > settings.Threshold)
            return 0;
        try
        {
            // Not cancelled half way: a message that was received must be run or given back.
            cancellationToken.ThrowIfCancellationRequested();
            var messages = await storage.ReceiveAsync(queue, settings.BatchSize, lease, CancellationToken.None);
            foreach (var message in messages)
                Start(message);
            return messages.Count;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            RuntimeLog.StorageFailed(log, exception, queue);
            return 0;
        }
    }

    /// <summary>The pause after a look that found this many messages: doubled each time that nothing was found.</summary>
    public TimeSpan NextPause(int received)
    {
        var now = pause;
        pause = received > 0 ? Shortest : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, settings.MaxPollingInterval.Ticks));
        return now;
    }

    public void Dispose()
    {
        stop.Dispose();
        changed.Dispose();
    }

    internal Task[] InFlight()
    {
        lock (gate)
            return [.. running];
    }

    private void Start(QueuedMessage message)
    {
        var task = ProcessAsync(message);
        lock (gate)
            running.Add(task);
        _ = task.ContinueWith(
            ended =>
            {
                lock (gate)
                    running.Remove(ended);
                Wake();
            },
            TaskScheduler.Default);
    }

    private async Task ProcessAsync(QueuedMessage message)
    {
        await Task.Yield();
        try
        {
            using var held = new MessageLease(storage, queue, message, lease, time);
            var outcome = message.DequeueCount > settings.MaxDequeueCount && !IsPoison ? Outcome.Failed : await RunAsync(message, held);
            await FinishAsync(message.Id, await held.EndAsync(), outcome);
        }
        catch (Exception exception)
        {
            RuntimeLog.StorageFailed(log, exception, queue);
        }
    }

    private async Task<Outcome> RunAsync(QueuedMessage message, MessageLease held)
    {
        held.Keep();
        try
        {
            var text = settings.Base64Messages ? Utf8.GetString(Convert.FromBase64String(message.Text)) : message.Text;
            // A function that does not heed its token is left behind when the time limit of a stop is over.
            await invoker.RunAsync(function, text, $"message {message.Id} of {queue}, attempt {message.DequeueCount}", stop.Token).WaitAsync(stop.Token);
            return Outcome.Done;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Outcome.Stopped;
        }
        catch (Exception)
        {
            // The invoker has logged it; the message's fate follows.
            return Outcome.Failed;
        }
    }

    private async Task FinishAsync(string id, QueuedMessage? message, Outcome outcome)
    {
        if (message is null)
        {
            RuntimeLog.LeaseLost(log, id, queue);
            return;
        }

        var kept = outcome switch
        {
            Outcome.Done => await storage.DeleteAsync(queue, message),
            Outcome.Stopped => await storage.HideAsync(queue, message, TimeSpan.Zero) is not null,
            _ when IsPoison => true,
            _ when message.DequeueCount >= settings.MaxDequeueCount => await PoisonAsync(message),
            _ => await storage.HideAsync(queue, message, settings.VisibilityTimeout) is not null,
        };
        if (!kept)
            RuntimeLog.LeaseLost(log, message.Id, queue);
        else if (outcome == Outcome.Stopped)
            RuntimeLog.Returned(log, message.Id, queue);
    }

    private bool IsPoison => queue.EndsWith(PoisonSuffix, StringComparison.Ordinal);

    private async Task<bool> PoisonAsync(QueuedMessage message)
    {
        // Added first: a crash between the two leaves it twice, never nowhere.
        await storage.AddAsync(queue + PoisonSuffix, message.Text);
        RuntimeLog.Poisoned(log, message.Id, queue, message.DequeueCount, queue + PoisonSuffix);
        return await storage.DeleteAsync(queue, message);
    }

    // A message waits well, and whoever sent a request does not; but the queue goes on, however many come.
    internal async Task GiveWayAsync(CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostMoments && requests?.AreMany == true; i++)
            await Task.Delay(Moment, time, cancellationToken);
    }

    private async Task WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(Task.Delay(longest, time, either.Token), changed.WaitAsync(either.Token));
        await either.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void OnAdded(object? sender, string name)
    {
        if (name == queue)
            Wake();
    }

    private void Wake()
    {
        lock (gate)
        {
            pause = Shortest;
            if (changed.CurrentCount == 0)
                changed.Release();
        }
    }

    private enum Outcome
    {
        Done,
        Failed,
        Stopped,
    }
}
