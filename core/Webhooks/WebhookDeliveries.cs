using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>The records of deliveries of an engagement.</summary>
public sealed class WebhookDeliveries(IStateStore state)
{
    private const string Collection = "webhook-deliveries";

    /// <summary>The id of the record of a sender's event: the sender's id may be any text, so it is hashed.</summary>
    internal static string IdOf(string source, string senderId) =>
        $"{source}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(senderId)).AsSpan(0, 16))}";

    /// <summary>The record of an id, or null.</summary>
    public async Task<WebhookDelivery?> FindAsync(EngagementId engagement, string id, CancellationToken cancellationToken = default) =>
        (await ReadAsync(engagement, id, cancellationToken).ConfigureAwait(false))?.Delivery;

    /// <summary>The records of a source, or of all, in no promised order.</summary>
    public async IAsyncEnumerable<WebhookDelivery> ListAsync(
        EngagementId engagement, string? source = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in state.ListAsync(engagement, Collection, source is null ? "" : source + "/", cancellationToken).ConfigureAwait(false))
            yield return Read(entry);
    }

    /// <summary>Adds a record, and with it its body where that is a record too; false where there is one of its id already.</summary>
    internal async Task<bool> TryAddAsync(EngagementId engagement, WebhookDelivery delivery, StateChange? body, CancellationToken cancellationToken)
    {
        var record = StateChange.Insert(KeyOf(delivery.Id), Write(delivery));
        try
        {
            await state.CommitAsync(engagement, body is null ? [record] : [record, body], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StateConflictException)
        {
            return false;
        }
    }

    /// <summary>A record with its version, or null.</summary>
    internal async Task<(WebhookDelivery Delivery, StateEntry Entry)?> ReadAsync(EngagementId engagement, string id, CancellationToken cancellationToken) =>
        await state.FindAsync(engagement, KeyOf(id), cancellationToken).ConfigureAwait(false) is { } entry ? (Read(entry), entry) : null;

    /// <summary>Settles a record that must be as it was read; where another run settled it first, that holds.</summary>
    internal async Task SettleAsync(EngagementId engagement, StateEntry read, WebhookDelivery settled, CancellationToken cancellationToken)
    {
        try
        {
            await state.CommitAsync(engagement, [StateChange.Replace(read, Write(settled))], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            // The same delivery was applied at the same time, with the same effect.
        }
    }

    private static StateKey KeyOf(string id) => new(Collection, id);

    private static WebhookDelivery Read(StateEntry entry) =>
        (JsonSerializer.Deserialize(entry.Value, WebhookJson.Default.WebhookDelivery) ?? throw new JsonException("A delivery's record is empty.")) with { Id = entry.Key.Id };

    private static string Write(WebhookDelivery delivery) => JsonSerializer.Serialize(delivery, WebhookJson.Default.WebhookDelivery);
}
