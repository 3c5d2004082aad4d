using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs;

/// <summary>Takes messages that the host gave up on: stores them with the reason noted last, and tells the OBM once.</summary>
public sealed class PoisonReporter(JobRun run, IBlobStore blobs, IEventSink events, TimeProvider time)
{
    /// <summary>Reports a message of a poison queue.</summary>
    /// <param name="queue">The queue that it failed in, with or without <c>-poison</c>.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops; the message comes again.</param>
    public async Task ReportAsync(string queue, string message, CancellationToken cancellationToken = default)
    {
        var name = queue.EndsWith(JobQueues.PoisonSuffix, StringComparison.Ordinal) ? queue[..^JobQueues.PoisonSuffix.Length] : queue;
        // A replay needs work of ours.
        message = BlobCreated.AsJob(message) ?? message;
        var letter = await run.GiveUpAsync(name, message, reason: null, cancellationToken).ConfigureAwait(false);
        if (name == JobQueues.Digests && letter.Engagement != EngagementId.App && await DigestAsync(message, cancellationToken).ConfigureAwait(false) is { } job)
            await DigestJobHandler.FailedAsync(events, job, letter.Reason, time, cancellationToken).ConfigureAwait(false);
    }

    private async Task<DigestJob?> DigestAsync(string message, CancellationToken cancellationToken)
    {
        try
        {
            return await new JobReader(blobs).ReadAsync<DigestJob>(message, cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException unreadable) when (unreadable.Kind != FailureKind.Retriable)
        {
            return null;
        }
    }
}
