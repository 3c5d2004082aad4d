using OpsAutomation.Engagements;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Jobs;

/// <summary>
/// What all handlers of queues have in common: the message is read, its engagement found, the work done. What can never succeed becomes a
/// dead letter at once, and people hear of it; any other failure is noted and thrown, so that the host tries again.
/// </summary>
/// <param name="blobs">Holds messages that were too long.</param>
/// <param name="engagements">The engagements.</param>
/// <param name="box">Takes dead letters.</param>
/// <param name="notice">Tells of them.</param>
/// <param name="waits">How long work that failed waits at first; null for the usual.</param>
/// <param name="time">The clock that age and duration are measured by; null measures neither.</param>
public sealed class JobRun(
    IBlobStore blobs, RegisteredEngagements engagements, DeadLetterBox box, DeadLetterNotice notice, JobWaitSettings? waits = null, TimeProvider? time = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);
    private readonly JobReader reader = new(blobs);
    private readonly TimeSpan shortestWait = (waits ?? new()).Shortest.ToTimeSpan();
    private readonly TimeSpan longestWait = (waits ?? new()).Longest.ToTimeSpan();

    /// <summary>Runs the work of a message.</summary>
    /// <typeparam name="TJob">The work that the queue carries.</typeparam>
    /// <param name="queue">The queue.</param>
    /// <param name="message">The message.</param>
    /// <param name="work">The work.</param>
    /// <param name="refused">Told before the message becomes a dead letter for good; null for nothing.</param>
    /// <param name="later">
    /// Asks for the same work again after a time, where what failed may last for hours; for a day, then the host's few attempts are the last. Null leaves
    /// every attempt to the host.
    /// </param>
    /// <param name="cancellationToken">Stops; the message comes again.</param>
    /// <returns>What the message became where it failed for good; null where it is done or comes again.</returns>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public async Task<DeadLetter?> RunAsync<TJob>(
        string queue,
        string message,
        Func<TJob, Engagement, CancellationToken, Task> work,
        Func<TJob, Engagement, OpsException, CancellationToken, Task>? refused = null,
        Func<TJob, TimeSpan, CancellationToken, Task>? later = null,
        CancellationToken cancellationToken = default)
        where TJob : Job
    {
        using var attempt = JobAttempt.Begin(queue, message, time);
        try
        {
            var letter = await AttemptAsync(queue, message, work, refused, later, cancellationToken).ConfigureAwait(false);
            attempt.End(letter is null ? null : "refused");
            return letter;
        }
        catch (Exception fault)
        {
            attempt.End(fault is OpsException { Kind: FailureKind.Retriable } ? "retriable" : fault.GetType().Name);
            throw;
        }
    }

    private async Task<DeadLetter?> AttemptAsync<TJob>(
        string queue,
        string message,
        Func<TJob, Engagement, CancellationToken, Task> work,
        Func<TJob, Engagement, OpsException, CancellationToken, Task>? refused,
        Func<TJob, TimeSpan, CancellationToken, Task>? later,
        CancellationToken cancellationToken)
        where TJob : Job
    {
        TJob? job = null;
        Engagement? engagement = null;
        try
        {
            job = await reader.ReadAsync<TJob>(message, cancellationToken).ConfigureAwait(false);
            engagement = await engagements.FindAsync(job.Engagement, cancellationToken).ConfigureAwait(false) ?? throw Unknown();
            await work(job, engagement, cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException refusal) when (refusal.Kind != FailureKind.Retriable)
        {
            if (job is not null && engagement is not null && refused is not null)
                await refused(job, engagement, refusal, cancellationToken).ConfigureAwait(false);
            return await GiveUpAsync(queue, message, refusal.Text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (job is not null && engagement is not null && !cancellationToken.IsCancellationRequested)
        {
            var failing = await NoteAsync(queue, message, fault).ConfigureAwait(false);
            if (later is null || failing is null || fault is not OpsException outage || WaitAfter(failing, outage) is not { } wait)
                throw;
            await later(job, wait, cancellationToken).ConfigureAwait(false);
            return null;
        }

        await box.SettleAsync(queue, JobReader.Header(message)!, cancellationToken).ConfigureAwait(false);
        return null;
    }

    /// <summary>Makes a message a dead letter and tells of it, once.</summary>
    /// <returns>The dead letter.</returns>
    /// <param name="queue">The queue, without <c>-poison</c>.</param>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why; null takes what was noted last.</param>
    /// <param name="cancellationToken">Stops between the steps.</param>
    public async Task<DeadLetter> GiveUpAsync(string queue, string message, LocalizedText? reason, CancellationToken cancellationToken = default)
    {
        var header = JobReader.Header(message);
        var (engagement, known) = header is null ? (null, false) : await FindAsync(header.Engagement, cancellationToken).ConfigureAwait(false);
        var letter = known
            ? await box.BuryAsync(header!.Engagement, queue, header.Key, message, reason, cancellationToken).ConfigureAwait(false)
            : await box.BuryAsync(EngagementId.App, queue, key: null, message, reason ?? (header is null ? Unreadable : Unknown().Text), cancellationToken).ConfigureAwait(false);
        if (letter.Told is null && await notice.TellAsync(letter, engagement, cancellationToken).ConfigureAwait(false))
            await box.ToldAsync(letter, cancellationToken).ConfigureAwait(false);
        OpsMetrics.DeadLetters.Add(1, new(JobActivity.Queue, queue), new("ops.dead_letter.cause", reason is null ? "exhausted" : "refused"));
        return letter;
    }

    private static LocalizedText Unreadable { get; } = new(
        "The message is not one that this app writes.", "Le message n'est pas de ceux que cette application écrit.");

    // An engagement whose file has errors is known all the same: only whom to tell is not.
    private async Task<(Engagement? Engagement, bool Known)> FindAsync(EngagementId id, CancellationToken cancellationToken)
    {
        try
        {
            var engagement = await engagements.FindAsync(id, cancellationToken).ConfigureAwait(false);
            return (engagement, engagement is not null);
        }
        catch (OpsException invalid) when (invalid.Kind != FailureKind.Retriable)
        {
            return (null, true);
        }
    }

    // As long again as it has failed so far, within limits, and no sooner than the other side asked for.
    private TimeSpan? WaitAfter(DeadLetter failing, OpsException outage)
    {
        var failed = (failing.LastSeen - failing.FirstSeen).ToTimeSpan();
        if (failing.State != DeadLetterState.Failing || failed >= Patience)
            return null;
        var wait = failed < shortestWait ? shortestWait : failed > longestWait ? longestWait : failed;
        return outage.RetryAfter is { } asked && asked > wait ? (asked < longestWait ? asked : longestWait) : wait;
    }

    private async Task<DeadLetter?> NoteAsync(string queue, string message, Exception fault)
    {
        var reason = fault is OpsException known
            ? known.Text
            : new($"Something unexpected went wrong ({fault.GetType().Name}).", $"Une erreur inattendue s'est produite ({fault.GetType().Name}).");
        try
        {
            return await box.NoteAsync(queue, JobReader.Header(message)!, message, reason, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception second) when (second is not OutOfMemoryException)
        {
            // The reason is a help and no more: what failed first is what the host must hear of.
            return null;
        }
    }

    private static OpsException Unknown() => OpsException.Refused(
        "The message names an engagement that does not exist here: it was removed, or the message is another app's.",
        "Le message nomme une mission qui n'existe pas ici\u00a0: elle a été supprimée, ou le message vient d'une autre application.");
}
