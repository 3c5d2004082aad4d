using OpsAutomation.Ports;

namespace OpsAutomation.Benchmarks.Cost;

/// <summary>The queues of a simulated week: a message is three requests (put, get, delete), and visible after its delay.</summary>
internal sealed class CountedQueue(TimeProvider time, OperationCounts counts) : IJobQueue
{
    private readonly PriorityQueue<(string Queue, string Message), (DateTimeOffset Visible, int Number)> waiting = new();
    private int number;

    public Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        counts.Add("queue", 3);
        waiting.Enqueue((queue, message), (time.GetUtcNow() + delay, number++));
        return Task.CompletedTask;
    }

    /// <summary>The next message that is visible now, or null.</summary>
    public (string Queue, string Message)? Take() =>
        waiting.TryPeek(out var next, out var due) && due.Visible <= time.GetUtcNow() && waiting.TryDequeue(out _, out _) ? next : null;
}
