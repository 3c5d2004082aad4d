using OpsAutomation.Engagements;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Ports;
using OpsAutomation.Publishing;

namespace OpsAutomation.Jobs;

/// <summary>
/// On queue <c>documents</c>: a wiki is brought to where the documents are. A wiki may be away for hours: the work waits, and is asked for again when the
/// host's attempts are through.
/// </summary>
public sealed class PublishJobHandler(JobRun run, IStateStore state, JobSender jobs, WikiPublisher publisher, TimeProvider time)
{
    private readonly DispatchLog log = new(state, time);

    /// <summary>Whether a message of the queue is for this.</summary>
    public static bool IsFor(string message) => JobReader.Header(message)?.Key.StartsWith(PublishJob.Prefix, StringComparison.Ordinal) == true;

    /// <summary>Handles a message.</summary>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task<DeadLetter?> HandleAsync(string message, CancellationToken cancellationToken = default) =>
        run.RunAsync<PublishJob>(JobQueues.Documents, message, PublishAsync, later: LaterAsync, cancellationToken: cancellationToken);

    private async Task PublishAsync(PublishJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        // One that the file no longer names is left as it is.
        if (engagement.State is EngagementState.Active or EngagementState.Handover && engagement.Publishing.FirstOrDefault(one => one.Id == job.Target) is { } target)
            await publisher.PublishAsync(engagement, target, cancellationToken: cancellationToken).ConfigureAwait(false);
        await log.DoneAsync(job.Engagement, JobQueues.Documents, job.Key, cancellationToken).ConfigureAwait(false);
    }

    private async Task LaterAsync(PublishJob job, TimeSpan wait, CancellationToken cancellationToken)
    {
        await jobs.SendAsync(job, wait, cancellationToken).ConfigureAwait(false);
        await log.SentAsync(job.Engagement, JobQueues.Documents, job.Key, PublishDispatcher.PrintOf(time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
    }
}
