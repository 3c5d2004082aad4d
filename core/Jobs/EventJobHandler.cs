using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Events.Chats;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs;

/// <summary>
/// Queue <c>events</c>: one attempt to deliver one event to one endpoint, once the one before it about the same thing is settled. An attempt
/// that fails enqueues the next; after the last, or where trying again is of no use, the event is a dead letter. Made twice, an attempt does
/// no harm: the receiver knows the message by its id, and it is recorded once.
/// </summary>
/// <param name="run">What all handlers have in common.</param>
/// <param name="state">Holds events and deliveries.</param>
/// <param name="sender">Signs and posts.</param>
/// <param name="jobs">Takes the next attempt.</param>
/// <param name="box">Says whether a dead letter was replayed.</param>
/// <param name="time">The clock.</param>
/// <param name="settings">For how long an attempt counts as under way.</param>
public sealed class EventJobHandler(
    JobRun run, IStateStore state, EventSender sender, JobSender jobs, DeadLetterBox box, TimeProvider time, EventAttemptSettings settings)
{
    private const int Conflicts = 20;
    private readonly EventStore store = new(state);
    private readonly EventTurns turns = new(state, jobs);

    private Instant Now => time.GetUtcNow().ToInstant();

    /// <summary>Handles a message.</summary>
    /// <returns>What the message became where it failed for good; else null.</returns>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task<DeadLetter?> HandleAsync(string message, CancellationToken cancellationToken = default) =>
        run.RunAsync<EventJob>(JobQueues.Events, message, DeliverAsync, RefusedAsync, cancellationToken: cancellationToken);

    private async Task DeliverAsync(EventJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(engagement.Id, job.Event, cancellationToken).ConfigureAwait(false) is not { } happening)
        {
            // An event that is gone was removed on purpose.
            if (job.Chain is null)
                return;
            await turns.ForgetAsync(engagement.Id, job.Chain, job.Event, cancellationToken).ConfigureAwait(false);
            await turns.CallAsync(engagement.Id, job.Endpoint, job.Chain, cancellationToken).ConfigureAwait(false);
            return;
        }

        var chain = EventChain.IdOf(job.Endpoint, happening.Type, happening.Subject);
        var subscription = engagement.State == EngagementState.Closed ? null : engagement.Events.FirstOrDefault(one => one.Id == job.Endpoint);
        for (var attempt = 1; attempt <= Conflicts; attempt++)
        {
            var turn = await turns.ReadAsync(engagement.Id, job.Endpoint, job.Event, chain, cancellationToken).ConfigureAwait(false);
            if (await IsOverAsync(job, chain, turn, subscription is null, cancellationToken).ConfigureAwait(false))
                return;
            // Of an attempt that was made before, only what comes after may be missing.
            if (job.Attempt <= turn.Delivery.Attempts && turn.Delivery.State != EventDeliveryState.Dead)
            {
                await EnqueueAsync(job, chain, turn.Delivery, retryAfter: null, cancellationToken).ConfigureAwait(false);
                return;
            }

            if (turn.IsFirst && turn.Chain.Until is { } until && until > Now)
            {
                await jobs.SendAsync(job, (until - Now).ToTimeSpan(), cancellationToken).ConfigureAwait(false);
                return;
            }

            var begun = Now + settings.Longest;
            if (turn.IsFirst && !await turns.BeginAsync(engagement.Id, turn, begun, cancellationToken).ConfigureAwait(false))
                continue;
            await AttemptAsync(job, chain, engagement, subscription!, happening, begun, cancellationToken).ConfigureAwait(false);
            return;
        }

        throw OpsException.Retriable(
            "Others keep changing the record of the same delivery. It is tried again.",
            "D'autres modifient au même moment l'enregistrement de cette livraison. Une nouvelle tentative suivra.");
    }

    // Whether there is nothing to deliver now: it is settled, or another's turn. Whoever is next is called all the same, since the process
    // that should have called may have died.
    private async Task<bool> IsOverAsync(EventJob job, string chain, EventTurn turn, bool isWithdrawn, CancellationToken cancellationToken)
    {
        var isDead = turn.Delivery.State == EventDeliveryState.Dead;
        if (isDead ? await IsReplayedAsync(job, cancellationToken).ConfigureAwait(false) : turn.Delivery.State == EventDeliveryState.Waiting && !turn.MustWait)
        {
            if (!isWithdrawn)
                return false;
            await turns.ChangeAsync(job, chain, known => known with { State = EventDeliveryState.Withdrawn }, cancellationToken: cancellationToken).ConfigureAwait(false);
            isDead = false;
        }

        await turns.CallAsync(job.Engagement, job.Endpoint, chain, cancellationToken).ConfigureAwait(false);
        return isDead ? throw Undelivered(job.Endpoint, turn.Delivery) : true;
    }

    private async Task AttemptAsync(
        EventJob job, string chain, Engagement engagement, EventSubscription subscription, OutgoingEvent happening, Instant begun, CancellationToken cancellationToken)
    {
        var answer = await sender.SendAsync(engagement, subscription, happening, cancellationToken).ConfigureAwait(false);
        var until = (happening.Taken ?? happening.Occurred) + Duration.FromTimeSpan(EventRetries.Patience);
        var isLast = answer.IsFinal || ChatUrl.IsFinal(subscription.Target, answer) || EventRetries.After(job.Attempt, answer.RetryAfter) is not { } delay || Now + Duration.FromTimeSpan(delay) > until;
        var delivery = await turns.ChangeAsync(job, chain, known => After(known, job, answer, isLast), begun, cancellationToken).ConfigureAwait(false);
        if (delivery.State == EventDeliveryState.Waiting)
        {
            await EnqueueAsync(job, chain, delivery, answer.RetryAfter, cancellationToken).ConfigureAwait(false);
            return;
        }

        await turns.CallAsync(job.Engagement, job.Endpoint, chain, cancellationToken).ConfigureAwait(false);
        if (delivery.State == EventDeliveryState.Dead)
            throw Undelivered(job.Endpoint, delivery);
    }

    // What can never be delivered makes way for the next.
    private Task RefusedAsync(EventJob job, Engagement engagement, OpsException refusal, CancellationToken cancellationToken) =>
        turns.GiveUpAsync(job, cancellationToken);

    private async Task<bool> IsReplayedAsync(EventJob job, CancellationToken cancellationToken) =>
        await box.FindAsync(job.Engagement, DeadLetterBox.IdOf(JobQueues.Events, job.Engagement, job.Key), cancellationToken).ConfigureAwait(false)
            is { State: DeadLetterState.Replaying or DeadLetterState.Replayed };

    private EventDelivery After(EventDelivery known, EventJob job, TransportAnswer answer, bool isLast)
    {
        if (known.State == EventDeliveryState.Delivered)
            return known;
        var next = answer.IsTaken ? EventDeliveryState.Delivered : isLast ? EventDeliveryState.Dead : known.State;
        // Another attempt of the same number was recorded first: that it failed too is no news.
        if (known.Attempts >= job.Attempt && next == known.State)
            return known;
        return known with
        {
            Attempts = Math.Max(known.Attempts, job.Attempt),
            Last = Now,
            Status = answer.Status,
            Failure = answer.Failure == TransportFailure.None ? null : answer.Failure,
            State = next,
        };
    }

    private async Task EnqueueAsync(EventJob job, string chain, EventDelivery delivery, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        var next = delivery.Attempts + 1;
        if (delivery.Enqueued >= next || EventRetries.After(delivery.Attempts, retryAfter) is not { } delay)
            return;
        await jobs.SendAsync(EventTurns.JobOf(job.Engagement, job.Endpoint, job.Event, next, chain), delay, cancellationToken).ConfigureAwait(false);
        await turns.ChangeAsync(job, chain, known => known.Enqueued >= next ? known : known with { Enqueued = next }, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private static OpsException Undelivered(string endpoint, EventDelivery delivery)
    {
        var (en, fr) = delivery switch
        {
            { Failure: TransportFailure.PrivateAddress } => ("its name leads to a private, local or metadata address", "son nom mène à une adresse privée, locale ou de métadonnées"),
            { Failure: TransportFailure.TimedOut } => ("it did not answer within 10 s", "il n'a pas répondu en 10 s"),
            { Status: >= 300 and < 400 } => ($"it answered with a redirect ({delivery.Status}), which is not followed", $"il a répondu par une redirection ({delivery.Status}), qui n'est pas suivie"),
            { Status: { } status } => ($"it answered {status}", $"il a répondu {status}"),
            _ => ("it could not be reached", "il est injoignable"),
        };
        return OpsException.Refused(
            $"An event was not delivered to {endpoint} and is not tried any more: {en}. See to the receiver or to url under events in the engagement's file.",
            $"Un événement n'a pas été livré à {endpoint} et ne sera plus tenté\u00a0: {fr}. Vérifiez le destinataire ou l'url sous events dans le fichier de la mission.");
    }
}
