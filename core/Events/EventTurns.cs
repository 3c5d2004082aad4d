using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Events;

/// <summary>
/// Keeps the order of events about one thing to one endpoint: the next leaves once the one before is settled. Whoever settles one calls the
/// next, and whoever finds one settled calls it again, so that a crash in between holds nobody up.
/// </summary>
internal sealed class EventTurns(IStateStore state, JobSender jobs)
{
    private const int Conflicts = 20;
    private const int FirstAttempt = 1;
    private readonly EventStore store = new(state);

    /// <summary>Reads a delivery and its chain.</summary>
    public async Task<EventTurn> ReadAsync(EngagementId engagement, string endpoint, string id, string chain, CancellationToken cancellationToken)
    {
        var (delivery, deliveryEntry) = await store.DeliveryAsync(engagement, endpoint, id, cancellationToken).ConfigureAwait(false);
        var (queued, chainEntry) = await store.ChainAsync(engagement, chain, cancellationToken).ConfigureAwait(false);
        return new(delivery, deliveryEntry, queued, chainEntry);
    }

    /// <summary>Takes an event and puts it at the end of its chains, all or nothing.</summary>
    /// <returns>False where it had been taken.</returns>
    public async Task<bool> TakeAsync(EngagementId engagement, OutgoingEvent added, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Conflicts; attempt++)
        {
            var changes = new List<StateChange> { EventStore.Change(added, null) };
            foreach (var endpoint in added.Endpoints)
            {
                var (chain, entry) = await store.ChainAsync(engagement, EventChain.IdOf(endpoint, added.Type, added.Subject), cancellationToken).ConfigureAwait(false);
                changes.Add(EventStore.Change(chain with { Events = [.. chain.Events, added.Id] }, entry));
            }

            if (await store.CommitAsync(engagement, changes, cancellationToken).ConfigureAwait(false))
                return true;
            if (await store.FindAsync(engagement, added.Id, cancellationToken).ConfigureAwait(false) is not null)
                return false;
        }

        throw Busy();
    }

    /// <summary>Begins an attempt to deliver the first of a chain; false where somebody changed the chain meanwhile.</summary>
    public Task<bool> BeginAsync(EngagementId engagement, EventTurn turn, Instant until, CancellationToken cancellationToken) =>
        store.CommitAsync(engagement, [EventStore.Change(turn.Chain with { Until = until }, turn.ChainEntry)], cancellationToken);

    /// <summary>Changes a delivery; one that is settled by it leaves its chain in the same commit.</summary>
    /// <param name="job">The delivery.</param>
    /// <param name="chain">Its chain.</param>
    /// <param name="change">The change.</param>
    /// <param name="begun">Until when the attempt that ends with this was begun, or null.</param>
    /// <param name="cancellationToken">Stops before the effect.</param>
    public async Task<EventDelivery> ChangeAsync(
        EventJob job, string chain, Func<EventDelivery, EventDelivery> change, Instant? begun = null, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; attempt <= Conflicts; attempt++)
        {
            var turn = await ReadAsync(job.Engagement, job.Endpoint, job.Event, chain, cancellationToken).ConfigureAwait(false);
            var changed = change(turn.Delivery);
            var changes = new List<StateChange>();
            if (changed != turn.Delivery)
                changes.Add(EventStore.Change(changed, turn.DeliveryEntry));
            if (Leave(turn.Chain, changed, begun) is { } left)
                changes.Add(EventStore.Change(left, turn.ChainEntry));
            if (changes.Count == 0 || await store.CommitAsync(job.Engagement, changes, cancellationToken).ConfigureAwait(false))
                return changed;
        }

        throw Busy();
    }

    /// <summary>Takes an event out of a chain that is no longer there itself.</summary>
    public async Task ForgetAsync(EngagementId engagement, string chain, string id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Conflicts; attempt++)
        {
            var (known, entry) = await store.ChainAsync(engagement, chain, cancellationToken).ConfigureAwait(false);
            if (!known.Events.Contains(id, StringComparer.Ordinal)
                || await store.CommitAsync(engagement, [EventStore.Change(Without(known, id), entry)], cancellationToken).ConfigureAwait(false))
                return;
        }

        throw Busy();
    }

    /// <summary>Settles a delivery that failed for good, whatever the reason, and calls the next.</summary>
    public async Task GiveUpAsync(EventJob job, CancellationToken cancellationToken)
    {
        var happening = await store.FindAsync(job.Engagement, job.Event, cancellationToken).ConfigureAwait(false);
        if ((happening is null ? job.Chain : EventChain.IdOf(job.Endpoint, happening.Type, happening.Subject)) is not { } chain)
            return;
        await ChangeAsync(
            job, chain, known => known.State == EventDeliveryState.Waiting ? known with { State = EventDeliveryState.Dead } : known, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        await CallAsync(job.Engagement, job.Endpoint, chain, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enqueues the one whose turn it is. One that had been enqueued comes twice, which does no harm.</summary>
    public async Task CallAsync(EngagementId engagement, string endpoint, string chain, CancellationToken cancellationToken)
    {
        var (known, _) = await store.ChainAsync(engagement, chain, cancellationToken).ConfigureAwait(false);
        if (known.First is { } first)
            await jobs.SendAsync(JobOf(engagement, endpoint, first, FirstAttempt, chain), cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The work of an attempt to deliver an event.</summary>
    public static EventJob JobOf(EngagementId engagement, string endpoint, string id, int attempt, string chain) =>
        new(engagement, $"{endpoint}/{id}", endpoint, id, attempt, chain);

    private static EventChain? Leave(EventChain chain, EventDelivery changed, Instant? begun)
    {
        if (changed.State != EventDeliveryState.Waiting)
            return chain.Events.Contains(changed.Event, StringComparer.Ordinal) ? Without(chain, changed.Event) : null;
        return begun is not null && chain.Until == begun ? chain with { Until = null } : null;
    }

    // What is under way is the first; another that leaves ends nothing of it.
    private static EventChain Without(EventChain chain, string id) => chain with
    {
        Events = [.. chain.Events.Where(one => one != id)],
        Until = chain.First == id ? null : chain.Until,
    };

    private static OpsException Busy() => OpsException.Retriable(
        "Others keep changing the record of the same delivery. It is tried again.",
        "D'autres modifient au même moment l'enregistrement de cette livraison. Une nouvelle tentative suivra.");
}
