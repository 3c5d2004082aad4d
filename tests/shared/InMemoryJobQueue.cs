using OpsAutomation.Ports;

namespace OpsAutomation.Testing;

/// <summary>Queues in memory: what was sent, in order.</summary>
public sealed class InMemoryJobQueue : IJobQueue
{
    private readonly Lock gate = new();
    private readonly List<(string Queue, string Message, TimeSpan Delay)> sent = [];

    /// <summary>Everything that was sent.</summary>
    public IReadOnlyList<(string Queue, string Message, TimeSpan Delay)> Sent
    {
        get
        {
            lock (gate)
                return [.. sent];
        }
    }

    /// <summary>Asked before every message: an exception to throw, or null.</summary>
    public Func<string, Exception?>? Fault { get; set; }

    /// <inheritdoc/>
    public Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        JobMessage.Check(message, delay);
        if (Fault?.Invoke(queue) is { } fault)
            return Task.FromException(fault);
        lock (gate)
            sent.Add((queue, message, delay));
        return Task.CompletedTask;
    }

    /// <summary>Takes what was sent to a queue so far, and forgets it.</summary>
    public IReadOnlyList<string> Take(string queue)
    {
        lock (gate)
        {
            var taken = sent.Where(item => item.Queue == queue).Select(item => item.Message).ToList();
            sent.RemoveAll(item => item.Queue == queue);
            return taken;
        }
    }
}
