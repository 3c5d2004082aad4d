using OpsAutomation.Jobs.DeadLetters;

namespace OpsAutomation.Jobs;

/// <summary>Takes messages that the host gave up on: stores them with the reason noted last, and tells the OBM once.</summary>
public sealed class PoisonReporter(JobRun run)
{
    /// <summary>Reports a message of a poison queue.</summary>
    /// <param name="queue">The queue that it failed in, with or without <c>-poison</c>.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops; the message comes again.</param>
    public Task ReportAsync(string queue, string message, CancellationToken cancellationToken = default) =>
        run.GiveUpAsync(
            queue.EndsWith(JobQueues.PoisonSuffix, StringComparison.Ordinal) ? queue[..^JobQueues.PoisonSuffix.Length] : queue, message, reason: null, cancellationToken);
}
