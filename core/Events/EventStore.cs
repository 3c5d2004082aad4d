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
    internal const string Events = "events";
    private const string Deliveries = "event-deliveries";
    private const string Chains = "event-chains";

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

    /// <summary>Writes an event that must be as it was read; false where somebody was first.</summary>
    internal Task<bool> WriteAsync(EngagementId engagement, OutgoingEvent changed, StateEntry read, CancellationToken cancellationToken) =>
        CommitAsync(engagement, [Change(changed, read)], cancellationToken);

    internal async Task<(EventDelivery Delivery, StateEntry? Entry)> DeliveryAsync(EngagementId engagement, string endpoint, string id, CancellationToken cancellationToken) =>
        await state.FindAsync(engagement, KeyOf(endpoint, id), cancellationToken).ConfigureAwait(false) is { } entry
            ? (Read(entry), entry)
            : (new() { Endpoint = endpoint, Event = id }, null);

    internal async Task<(EventChain Chain, StateEntry? Entry)> ChainAsync(EngagementId engagement, string id, CancellationToken cancellationToken)
    {
        var entry = await state.FindAsync(engagement, new(Chains, id), cancellationToken).ConfigureAwait(false);
        var chain = entry is null ? new() : JsonSerializer.Deserialize(entry.Value, EventJson.Default.EventChain) ?? throw new JsonException("A chain's record is empty.");
        return (chain with { Id = id }, entry);
    }

    /// <summary>The change of an event that must be as it was read, or must not be there yet.</summary>
    internal static StateChange Change(OutgoingEvent changed, StateEntry? read) =>
        new(new(Events, changed.Id), JsonSerializer.Serialize(changed, EventJson.Default.OutgoingEvent), read?.ETag);

    /// <summary>The change of a delivery that must be as it was read.</summary>
    internal static StateChange Change(EventDelivery changed, StateEntry? read) =>
        new(KeyOf(changed.Endpoint, changed.Event), JsonSerializer.Serialize(changed, EventJson.Default.EventDelivery), read?.ETag);

    /// <summary>The change of a chain that must be as it was read; an empty one is removed.</summary>
    internal static StateChange Change(EventChain changed, StateEntry? read) =>
        new(new(Chains, changed.Id), changed.Events.Count == 0 ? null : JsonSerializer.Serialize(changed, EventJson.Default.EventChain), read?.ETag);

    /// <summary>Makes changes, all or none; false where somebody was first.</summary>
    internal async Task<bool> CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken)
    {
        try
        {
            await state.CommitAsync(engagement, changes, cancellationToken).ConfigureAwait(false);
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
