using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>
/// The bodies of deliveries: a short one, as nearly all are, is a record that is added with its delivery's in one commit; a longer one is a
/// blob that is written before. Whoever wants a body asks here.
/// </summary>
/// <param name="blobs">Keeps the long ones: <c>webhooks/{delivery}</c>.</param>
/// <param name="state">
/// Keeps the short ones, base64: collection <c>webhook-bodies</c>, ids the moment and the delivery's id. Those of a delivery are hashes, and bodies
/// that follow each other in time would lie all over a database, each in a page of its own.
/// </param>
public sealed class WebhookBodies(IBlobStore blobs, IStateStore state)
{
    /// <summary>The longest body that is kept as a record, in bytes.</summary>
    internal const int LongestRecord = 32 * 1024;

    private const string Collection = "webhook-bodies";

    // No source begins so: what does not is the delivery's id alone, by which older versions kept bodies.
    private const char Moment = '@';

    /// <summary>The body of a delivery, or null where it is no longer kept.</summary>
    public async Task<ReadOnlyMemory<byte>?> ReadAsync(EngagementId engagement, WebhookDelivery delivery, CancellationToken cancellationToken = default)
    {
        if (delivery.Length <= LongestRecord
            && (await state.FindAsync(engagement, KeyOf(delivery), cancellationToken).ConfigureAwait(false)
                ?? await state.FindAsync(engagement, OlderKeyOf(delivery), cancellationToken).ConfigureAwait(false)) is { } entry)
            return Convert.FromBase64String(entry.Value[1..^1]);
        if (await blobs.OpenReadAsync(engagement, delivery.Path, cancellationToken).ConfigureAwait(false) is not { } stream)
            return null;
        await using (stream.ConfigureAwait(false))
            return await WebhookBody.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The deliveries whose bodies are kept.</summary>
    internal async Task<IReadOnlyList<string>> IdsAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            ids.Add(entry.Key.Id.StartsWith(Moment) ? entry.Key.Id[(entry.Key.Id.IndexOf('/', StringComparison.Ordinal) + 1)..] : entry.Key.Id);
        var folder = WebhookDelivery.PathOf("");
        await foreach (var blob in blobs.ListAsync(engagement, folder, cancellationToken).ConfigureAwait(false))
            ids.Add(blob.Path[folder.Length..]);
        return ids;
    }

    /// <summary>Removes the body of a delivery; one that is not there is no error.</summary>
    public async Task RemoveAsync(EngagementId engagement, WebhookDelivery delivery, CancellationToken cancellationToken = default)
    {
        await state.CommitAsync(engagement, [StateChange.Remove(KeyOf(delivery)), StateChange.Remove(OlderKeyOf(delivery))], cancellationToken).ConfigureAwait(false);
        await blobs.DeleteAsync(engagement, delivery.Path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Keeps the body of a delivery whose record is still to be added.</summary>
    /// <returns>What is to be committed with the delivery's record, or null where the body is a blob now.</returns>
    internal async Task<StateChange?> KeepAsync(EngagementId engagement, WebhookDelivery delivery, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        // Whatever was there is of no delivery: where there is one, its record stands against the commit.
        if (body.Length <= LongestRecord)
            return StateChange.Put(KeyOf(delivery), $"\"{Convert.ToBase64String(body.Span)}\"");
        await blobs.WriteAsync(
            engagement, delivery.Path, (stream, token) => stream.WriteAsync(body, token).AsTask(), cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static StateKey KeyOf(WebhookDelivery delivery) => new(Collection, $"{Moment}{delivery.Received.ToUnixTimeMilliseconds():D13}/{delivery.Id}");

    private static StateKey OlderKeyOf(WebhookDelivery delivery) => new(Collection, delivery.Id);
}
