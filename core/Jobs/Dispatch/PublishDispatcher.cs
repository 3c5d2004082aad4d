using System.Globalization;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Publishing;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>
/// On the timer <c>PublishDueDocuments</c>: asks for the wikis that are behind the documents, whoever changed those: a run, an approval, a person who retired
/// one. What waits for a person is not asked for again until there is a newer text.
/// </summary>
public sealed class PublishDispatcher(EngagementRound round, IStateStore state, JobSender jobs, WikiPublisher publisher, TimeProvider time)
{
    private readonly DispatchLog log = new(state, time);

    /// <summary>Sends the messages that are due.</summary>
    public Task<RoundReport> RunAsync(CancellationToken cancellationToken = default) => round.RunAsync(AskAsync, cancellationToken);

    /// <summary>Asks for the wikis of an engagement that are behind.</summary>
    /// <returns>How many messages were sent.</returns>
    public async Task<int> AskAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        if (engagement.State is not (EngagementState.Active or EngagementState.Handover))
            return 0;
        var sent = 0;
        foreach (var target in engagement.Publishing)
        {
            if (!await publisher.IsDueAsync(engagement, target, cancellationToken).ConfigureAwait(false))
                continue;
            var job = PublishJob.Of(engagement.Id, target.Id);
            if (await log.IsUnderWayAsync(engagement.Id, JobQueues.Documents, job.Key, PrintOf(time.GetUtcNow()), cancellationToken).ConfigureAwait(false))
                continue;
            await jobs.SendAsync(job, cancellationToken: cancellationToken).ConfigureAwait(false);
            await log.SentAsync(engagement.Id, JobQueues.Documents, job.Key, PrintOf(time.GetUtcNow()), cancellationToken).ConfigureAwait(false);
            sent++;
        }

        return sent;
    }

    // What a wiki refused today may have been mended by tomorrow: a password, a right.
    internal static string PrintOf(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
