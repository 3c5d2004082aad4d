using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Events;

/// <summary>
/// Takes events for those who asked for them: the event is stored once, at the end of the chain of each subscription, then the first of each
/// chain is enqueued. Taken again after a crash, it enqueues what the first time may not have. An event that nobody asked for is not kept.
/// </summary>
public sealed class EventOutbox(RegisteredEngagements engagements, IStateStore state, JobSender jobs, TimeProvider time) : IEventSink
{
    private readonly EventStore store = new(state);
    private readonly EventTurns turns = new(state, jobs);

    /// <inheritdoc/>
    public async Task PublishAsync(
        EngagementId engagement, string type, string subject, string idempotencyKey, string data, Instant occurred, CancellationToken cancellationToken = default)
    {
        var id = EventStore.IdOf(engagement, idempotencyKey);
        if (await store.ReadAsync(engagement, id, cancellationToken).ConfigureAwait(false) is null)
        {
            var added = new OutgoingEvent
            {
                Id = id,
                Type = type,
                Subject = subject,
                Occurred = occurred,
                Taken = time.GetUtcNow().ToInstant(),
                Data = data,
                Endpoints = await EndpointsAsync(engagement, type, subject, data, cancellationToken).ConfigureAwait(false),
            };
            if (added.Endpoints.Count == 0)
                return;
            await turns.TakeAsync(engagement, added, cancellationToken).ConfigureAwait(false);
        }

        if (await store.ReadAsync(engagement, id, cancellationToken).ConfigureAwait(false) is not var (known, entry) || known.Enqueued)
            return;
        foreach (var endpoint in known.Endpoints)
            await turns.CallAsync(engagement, endpoint, EventChain.IdOf(endpoint, known.Type, known.Subject), cancellationToken).ConfigureAwait(false);
        await store.WriteAsync(engagement, known with { Enqueued = true }, entry, cancellationToken).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<string>> EndpointsAsync(EngagementId id, string type, string subject, string data, CancellationToken cancellationToken)
    {
        var engagement = await engagements.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return engagement is null or { State: EngagementState.Closed }
            ? []
            : [.. engagement.Events.Where(subscription => subscription.Filter.Wants(type, subject, data)).Select(subscription => subscription.Id)];
    }
}
