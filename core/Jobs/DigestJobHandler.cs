using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Links;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Jobs;

/// <summary>
/// Queue <c>digests</c>: one recipient's due digest, exactly once. One that waits for sources or its review comes again by the timer; one
/// whose week a later digest has taken over is left.
/// </summary>
public sealed class DigestJobHandler(
    JobRun run, IBlobStore blobs, IStateStore state, IMailer mailer, JobSender jobs, IEventSink events, TimeProvider time, Operator app, DigestLinks? links = null)
{
    private static readonly Duration ToldWithin = Duration.FromDays(8);
    private readonly DispatchLog log = new(state, time);
    private readonly DigestLedger ledger = new(state);

    /// <summary>The key of a recipient's digest of a day.</summary>
    public static string JobKey(string recipient, LocalDate day) => $"digest/{recipient}/{NodaTime.Text.LocalDatePattern.Iso.Format(day)}";

    /// <summary>Handles a message.</summary>
    /// <returns>What the message became where it failed for good; else null.</returns>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task<DeadLetter?> HandleAsync(string message, CancellationToken cancellationToken = default) =>
        run.RunAsync<DigestJob>(JobQueues.Digests, message, SendAsync, RefusedAsync, LaterAsync, cancellationToken);

    private async Task SendAsync(DigestJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        var today = time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;
        var contexts = new DigestContexts(new StandingReader(blobs, state, time), engagement, today);
        var digests = new DigestRun(state, new DigestSender(state, mailer, time, app.Mailbox, links), time);
        await digests.SendDueAsync(engagement, job.Recipient, job.Day, contexts.ForAsync, cancellationToken).ConfigureAwait(false);
        await TellAsync(job, cancellationToken).ConfigureAwait(false);
        await log.DoneAsync(job.Engagement, JobQueues.Digests, job.Key, cancellationToken).ConfigureAwait(false);
    }

    // Asked of the ledger, since a crash may have come between sending and telling.
    private async Task TellAsync(DigestJob job, CancellationToken cancellationToken)
    {
        var record = await ledger.FindAsync(job.Engagement, job.Recipient, DigestPeriod.Before(job.Day), cancellationToken).ConfigureAwait(false);
        if (record?.LastSent is not { SentAt: { } at } sent || at + ToldWithin < time.GetUtcNow().ToInstant())
            return;
        await events.PublishAsync(
            job.Engagement, EventTypes.DigestSent, record.Recipient, $"{EventTypes.DigestSent}/{sent.Key}", EventData.Of(record, sent), at, cancellationToken)
            .ConfigureAwait(false);
    }

    // A mail service may be away for hours: the digest leaves when it is back, and the timer does not ask for it meanwhile.
    private async Task LaterAsync(DigestJob job, TimeSpan wait, CancellationToken cancellationToken)
    {
        await jobs.SendAsync(job, wait, cancellationToken).ConfigureAwait(false);
        await log.SentAsync(job.Engagement, JobQueues.Digests, job.Key, job.Key, cancellationToken).ConfigureAwait(false);
    }

    private Task RefusedAsync(DigestJob job, Engagement engagement, OpsException refusal, CancellationToken cancellationToken) =>
        FailedAsync(events, job, refusal.Text, time, cancellationToken);

    /// <summary>Tells that a digest could not be sent, once for each.</summary>
    internal static Task FailedAsync(IEventSink events, DigestJob job, LocalizedText reason, TimeProvider time, CancellationToken cancellationToken) => events.PublishAsync(
        job.Engagement, EventTypes.DigestFailed, job.Recipient, $"{EventTypes.DigestFailed}/{job.Recipient}/{NodaTime.Text.LocalDatePattern.Iso.Format(job.Day)}",
        EventData.Failed(job.Recipient, job.Day, reason), time.GetUtcNow().ToInstant(), cancellationToken);
}
