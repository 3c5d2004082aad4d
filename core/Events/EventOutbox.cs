using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Events;

/// <summary>
/// Takes events for those who asked for them: the event is stored once, then a message is enqueued for each subscription. Taken again after
/// a crash, it enqueues what the first time may not have. An event that nobody asked for is not kept.
/// </summary>
public sealed class EventOutbox(RegisteredEngagements engagements, IStateStore state, JobSender jobs) : IEventSink
{
    private const int FirstAttempt = 1;
    private readonly EventStore store = new(state);

    /// <inheritdoc/>
    public async Task PublishAsync(
        EngagementId engagement, string type, string subject, string idempotencyKey, string data, Instant occurred, CancellationToken cancellationToken = default)
    {
        var id = EventStore.IdOf(engagement, idempotencyKey);
        if (await store.ReadAsync(engagement, id, cancellationToken).ConfigureAwait(false) is not var (known, entry))
        {
            var added = new OutgoingEvent
            {
                Id = id,
                Type = type,
                Subject = subject,
                Occurred = occurred,
                Data = data,
                Endpoints = await EndpointsAsync(engagement, type, subject, data, cancellationToken).ConfigureAwait(false),
            };
            if (added.Endpoints.Count == 0)
                return;
            await store.WriteAsync(engagement, added, null, cancellationToken).ConfigureAwait(false);
            (known, entry) = (await store.ReadAsync(engagement, id, cancellationToken).ConfigureAwait(false))!.Value;
        }

        if (known.Enqueued)
            return;
        foreach (var endpoint in known.Endpoints)
            await jobs.SendAsync(JobOf(engagement, endpoint, id, FirstAttempt), cancellationToken: cancellationToken).ConfigureAwait(false);
        await store.WriteAsync(engagement, known with { Enqueued = true }, entry, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The work of an attempt to deliver an event.</summary>
    internal static EventJob JobOf(EngagementId engagement, string endpoint, string id, int attempt) => new(engagement, $"{endpoint}/{id}", endpoint, id, attempt);

    private async Task<IReadOnlyList<string>> EndpointsAsync(EngagementId id, string type, string subject, string data, CancellationToken cancellationToken)
    {
        var engagement = await engagements.FindAsync(id, cancellationToken).ConfigureAwait(false);
        return engagement is null or { State: EngagementState.Closed }
            ? []
            : [.. engagement.Events.Where(subscription => subscription.Filter.Wants(type, subject, data)).Select(subscription => subscription.Id)];
    }
}
