using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs;

/// <summary>Takes messages that the host gave up on: stores them with the reason noted last, and tells the OBM once.</summary>
public sealed class PoisonReporter(JobRun run, IBlobStore blobs, IStateStore state, JobSender jobs, IEventSink events, TimeProvider time)
{
    /// <summary>Reports a message of a poison queue.</summary>
    /// <param name="queue">The queue that it failed in, with or without <c>-poison</c>.</param>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Stops; the message comes again.</param>
    /// <returns>The dead letter.</returns>
    public async Task<DeadLetter> ReportAsync(string queue, string message, CancellationToken cancellationToken = default)
    {
        var name = queue.EndsWith(JobQueues.PoisonSuffix, StringComparison.Ordinal) ? queue[..^JobQueues.PoisonSuffix.Length] : queue;
        // A replay needs work of ours.
        message = BlobCreated.AsJob(message) ?? message;
        var letter = await run.GiveUpAsync(name, message, reason: null, cancellationToken).ConfigureAwait(false);
        if (letter.Engagement == EngagementId.App)
            return letter;
        if (name == JobQueues.Digests && await ReadAsync<DigestJob>(message, cancellationToken).ConfigureAwait(false) is { } digest)
            await DigestJobHandler.FailedAsync(events, digest, letter.Reason, time, cancellationToken).ConfigureAwait(false);
        // Those that wait behind it leave without it.
        if (name == JobQueues.Events && await ReadAsync<EventJob>(message, cancellationToken).ConfigureAwait(false) is { } happening)
            await new EventTurns(state, jobs).GiveUpAsync(happening, cancellationToken).ConfigureAwait(false);
        return letter;
    }

    private async Task<TJob?> ReadAsync<TJob>(string message, CancellationToken cancellationToken)
        where TJob : Job
    {
        try
        {
            return await new JobReader(blobs).ReadAsync<TJob>(message, cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException unreadable) when (unreadable.Kind != FailureKind.Retriable)
        {
            return null;
        }
    }
}
