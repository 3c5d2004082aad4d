namespace OpsAutomation.Ports;

/// <summary>Queues of work. A message comes at least once, in no promised order: who handles it does so as if it came once.</summary>
public interface IJobQueue
{
    /// <summary>Adds a message.</summary>
    /// <param name="queue">One of <see cref="Jobs.JobQueues"/>, or a poison queue.</param>
    /// <param name="message">The text, JSON of at most 48 KB in UTF-8: the adapter encodes it as the host expects.</param>
    /// <param name="delay">How long it stays hidden, at most 7 days.</param>
    /// <param name="cancellationToken">Stops before the effect.</param>
    /// <exception cref="ArgumentException">The text is too long or the delay too.</exception>
    /// <exception cref="OpsException">Retriable: the queue's storage failed; the message may have been added all the same.</exception>
    Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken cancellationToken = default);
}
