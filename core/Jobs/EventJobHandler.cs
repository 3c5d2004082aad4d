using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs;

/// <summary>
/// Queue <c>events</c>: one attempt to deliver one event to one endpoint. An attempt that fails enqueues the next; after the last, or where
/// trying again is of no use, the event is a dead letter. Made twice, an attempt does no harm: the receiver knows the message by its id,
/// and it is recorded once.
/// </summary>
/// <param name="run">What all handlers have in common.</param>
/// <param name="state">Holds events and deliveries.</param>
/// <param name="sender">Signs and posts.</param>
/// <param name="jobs">Takes the next attempt.</param>
/// <param name="time">The clock.</param>
public sealed class EventJobHandler(JobRun run, IStateStore state, EventSender sender, JobSender jobs, TimeProvider time)
{
    private const int Conflicts = 20;
    private readonly EventStore store = new(state);

    /// <summary>Handles a message.</summary>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task HandleAsync(string message, CancellationToken cancellationToken = default) =>
        run.RunAsync<EventJob>(JobQueues.Events, message, DeliverAsync, cancellationToken: cancellationToken);

    private async Task DeliverAsync(EventJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        // An event that is gone was removed on purpose.
        if (await store.FindAsync(engagement.Id, job.Event, cancellationToken).ConfigureAwait(false) is not { } happening)
            return;
        var (delivery, _) = await store.DeliveryAsync(engagement.Id, job.Endpoint, job.Event, cancellationToken).ConfigureAwait(false);
        if (delivery.State is EventDeliveryState.Delivered or EventDeliveryState.Withdrawn)
            return;
        if (engagement.Events.FirstOrDefault(one => one.Id == job.Endpoint) is not { } subscription || engagement.State == EngagementState.Closed)
        {
            await RecordAsync(job, known => known with { State = EventDeliveryState.Withdrawn }, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Of an attempt that was made before, only what comes after may be missing; a dead letter that comes again was replayed.
        if (job.Attempt <= delivery.Attempts && delivery.State != EventDeliveryState.Dead)
        {
            await EnqueueAsync(job, delivery, retryAfter: null, cancellationToken).ConfigureAwait(false);
            return;
        }

        var answer = await sender.SendAsync(engagement.Id, subscription, happening, cancellationToken).ConfigureAwait(false);
        var isLast = answer.IsFinal || EventRetries.After(job.Attempt, null) is null || delivery.State == EventDeliveryState.Dead;
        delivery = await RecordAsync(job, known => After(known, job, answer, isLast), cancellationToken).ConfigureAwait(false);
        if (delivery.State == EventDeliveryState.Dead)
            throw Undelivered(subscription, answer);
        if (delivery.State == EventDeliveryState.Waiting)
            await EnqueueAsync(job, delivery, answer.RetryAfter, cancellationToken).ConfigureAwait(false);
    }

    private EventDelivery After(EventDelivery known, EventJob job, TransportAnswer answer, bool isLast)
    {
        if (known.State == EventDeliveryState.Delivered)
            return known;
        var next = answer.IsTaken ? EventDeliveryState.Delivered : isLast ? EventDeliveryState.Dead : known.State;
        // Another attempt of the same number was recorded first: that it failed too is no news.
        if (known.Attempts >= job.Attempt && next == known.State)
            return known;
        return known with { Attempts = Math.Max(known.Attempts, job.Attempt), Last = time.GetUtcNow().ToInstant(), Status = answer.Status, State = next };
    }

    private async Task EnqueueAsync(EventJob job, EventDelivery delivery, TimeSpan? retryAfter, CancellationToken cancellationToken)
    {
        var next = job.Attempt + 1;
        if (delivery.Enqueued >= next || EventRetries.After(job.Attempt, retryAfter) is not { } delay)
            return;
        await jobs.SendAsync(EventOutbox.JobOf(job.Engagement, job.Endpoint, job.Event, next), delay, cancellationToken).ConfigureAwait(false);
        await RecordAsync(job, known => known.Enqueued >= next ? known : known with { Enqueued = next }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<EventDelivery> RecordAsync(EventJob job, Func<EventDelivery, EventDelivery> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Conflicts; attempt++)
        {
            var (known, entry) = await store.DeliveryAsync(job.Engagement, job.Endpoint, job.Event, cancellationToken).ConfigureAwait(false);
            var changed = change(known);
            if (changed == known || await store.WriteAsync(job.Engagement, changed, entry, cancellationToken).ConfigureAwait(false))
                return changed;
        }

        throw OpsException.Retriable(
            "Others keep changing the record of the same delivery. It is tried again.",
            "D'autres modifient au même moment l'enregistrement de cette livraison. Une nouvelle tentative suivra.");
    }

    private static OpsException Undelivered(EventSubscription subscription, TransportAnswer answer)
    {
        var (en, fr) = answer switch
        {
            { Failure: TransportFailure.PrivateAddress } => ("its name leads to a private, local or metadata address", "son nom mène à une adresse privée, locale ou de métadonnées"),
            { Failure: TransportFailure.TimedOut } => ("it did not answer within 10 s", "il n'a pas répondu en 10 s"),
            { Status: >= 300 and < 400 } => ($"it answered with a redirect ({answer.Status}), which is not followed", $"il a répondu par une redirection ({answer.Status}), qui n'est pas suivie"),
            { Status: { } status } => ($"it answered {status}", $"il a répondu {status}"),
            _ => ("it could not be reached", "il est injoignable"),
        };
        return OpsException.Refused(
            $"An event was not delivered to {subscription.Id} and is not tried any more: {en}. See to the receiver or to url under events in the engagement's file.",
            $"Un événement n'a pas été livré à {subscription.Id} et ne sera plus tenté\u00a0: {fr}. Vérifiez le destinataire ou l'url sous events dans le fichier de la mission.");
    }
}
