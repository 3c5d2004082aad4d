using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Events;

/// <summary>The records of events and of their deliveries.</summary>
public sealed class EventStore(IStateStore state)
{
    private const string Events = "events";
    private const string Deliveries = "event-deliveries";

    /// <summary>The id of an event: made of what tells its repetition.</summary>
    public static string IdOf(EngagementId engagement, string idempotencyKey) =>
        "evt_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{engagement}\n{idempotencyKey}")).AsSpan(0, 16));

    /// <summary>The deliveries to an endpoint, or to all, in no promised order.</summary>
    public async IAsyncEnumerable<EventDelivery> ListAsync(
        EngagementId engagement, string? endpoint = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in state.ListAsync(engagement, Deliveries, endpoint is null ? "" : endpoint + "/", cancellationToken).ConfigureAwait(false))
            yield return Read(entry);
    }

    /// <summary>An event, or null.</summary>
    public async Task<OutgoingEvent?> FindAsync(EngagementId engagement, string id, CancellationToken cancellationToken = default) =>
        (await ReadAsync(engagement, id, cancellationToken).ConfigureAwait(false))?.Event;

    internal async Task<(OutgoingEvent Event, StateEntry Entry)?> ReadAsync(EngagementId engagement, string id, CancellationToken cancellationToken) =>
        await state.FindAsync(engagement, new(Events, id), cancellationToken).ConfigureAwait(false) is { } entry
            ? ((JsonSerializer.Deserialize(entry.Value, EventJson.Default.OutgoingEvent) ?? throw new JsonException("An event's record is empty.")) with { Id = id }, entry)
            : null;

    /// <summary>Writes an event that must be as it was read, or must not be there yet; false where somebody was first.</summary>
    internal Task<bool> WriteAsync(EngagementId engagement, OutgoingEvent changed, StateEntry? read, CancellationToken cancellationToken) =>
        CommitAsync(engagement, new(Events, changed.Id), JsonSerializer.Serialize(changed, EventJson.Default.OutgoingEvent), read, cancellationToken);

    internal async Task<(EventDelivery Delivery, StateEntry? Entry)> DeliveryAsync(EngagementId engagement, string endpoint, string id, CancellationToken cancellationToken) =>
        await state.FindAsync(engagement, KeyOf(endpoint, id), cancellationToken).ConfigureAwait(false) is { } entry
            ? (Read(entry), entry)
            : (new() { Endpoint = endpoint, Event = id }, null);

    /// <summary>Writes a delivery that must be as it was read; false where somebody was first.</summary>
    internal Task<bool> WriteAsync(EngagementId engagement, EventDelivery changed, StateEntry? read, CancellationToken cancellationToken) =>
        CommitAsync(engagement, KeyOf(changed.Endpoint, changed.Event), JsonSerializer.Serialize(changed, EventJson.Default.EventDelivery), read, cancellationToken);

    private async Task<bool> CommitAsync(EngagementId engagement, StateKey key, string json, StateEntry? read, CancellationToken cancellationToken)
    {
        try
        {
            await state.CommitAsync(engagement, [new StateChange(key, json, read?.ETag)], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StateConflictException)
        {
            return false;
        }
    }

    private static StateKey KeyOf(string endpoint, string id) => new(Deliveries, $"{endpoint}/{id}");

    private static EventDelivery Read(StateEntry entry)
    {
        var parts = entry.Key.Id.Split('/', 2);
        return (JsonSerializer.Deserialize(entry.Value, EventJson.Default.EventDelivery) ?? throw new JsonException("A delivery's record is empty."))
            with { Endpoint = parts[0], Event = parts[1] };
    }
}
