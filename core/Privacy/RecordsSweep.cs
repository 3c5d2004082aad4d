using System.Text.Json;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Privacy;

/// <summary>Records of what came in and went out: their ids stay, so that a repetition is known, and what they say goes.</summary>
internal sealed class RecordsSweep(IBlobStore blobs, IStateStore state)
{
    private readonly WebhookDeliveries deliveries = new(state);
    private readonly WebhookBodies bodies = new(blobs, state);
    private readonly EventStore events = new(state);

    /// <summary>Removes what is over age.</summary>
    public async Task<int> RunAsync(EngagementId engagement, RetentionSettings settings, Instant now, CancellationToken cancellationToken) =>
        await BodiesAsync(engagement, now - Duration.FromDays(settings.WebhookBodies), cancellationToken).ConfigureAwait(false)
        + await DeliveriesAsync(engagement, now - Duration.FromDays(settings.Deliveries), cancellationToken).ConfigureAwait(false)
        + await EventsAsync(engagement, now - Duration.FromDays(settings.Deliveries), cancellationToken).ConfigureAwait(false)
        + await DeadLettersAsync(engagement, now - Duration.FromDays(settings.DeadLetters), cancellationToken).ConfigureAwait(false);

    private async Task<int> BodiesAsync(EngagementId engagement, Instant before, CancellationToken cancellationToken)
    {
        var kept = await bodies.IdsAsync(engagement, cancellationToken).ConfigureAwait(false);
        var removed = 0;
        foreach (var id in kept)
        {
            // A body without a record is of a delivery that is just being taken.
            if (await deliveries.FindAsync(engagement, id, cancellationToken).ConfigureAwait(false) is not { IsSettled: true } delivery || (delivery.Settled ?? delivery.Received) >= before)
                continue;
            await bodies.RemoveAsync(engagement, delivery, cancellationToken).ConfigureAwait(false);
            removed++;
        }

        return removed;
    }

    private async Task<int> DeliveriesAsync(EngagementId engagement, Instant before, CancellationToken cancellationToken)
    {
        var old = new List<string>();
        await foreach (var delivery in deliveries.ListAsync(engagement, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            if (delivery.IsSettled && (delivery.Settled ?? delivery.Received) < before && (delivery.SenderId is not null || delivery.Effects.Count > 0 || delivery.Reason is not null))
                old.Add(delivery.Id);
        }

        foreach (var id in old)
        {
            if (await deliveries.ReadAsync(engagement, id, cancellationToken).ConfigureAwait(false) is not var (delivery, entry))
                continue;
            await deliveries.SettleAsync(engagement, entry, delivery with { SenderId = null, Effects = [], Reason = null }, cancellationToken).ConfigureAwait(false);
        }

        return old.Count;
    }

    private async Task<int> EventsAsync(EngagementId engagement, Instant before, CancellationToken cancellationToken)
    {
        var old = new List<string>();
        await foreach (var entry in state.ListAsync(engagement, EventStore.Events, "", cancellationToken).ConfigureAwait(false))
        {
            if (JsonSerializer.Deserialize(entry.Value, EventJson.Default.OutgoingEvent) is { } stored && stored.Occurred < before && stored.Enqueued && stored.Data != "{}")
                old.Add(entry.Key.Id);
        }

        var removed = 0;
        foreach (var id in old)
        {
            if (await events.ReadAsync(engagement, id, cancellationToken).ConfigureAwait(false) is not var (stored, entry)
                || !await IsThroughAsync(engagement, stored, cancellationToken).ConfigureAwait(false))
                continue;
            await events.WriteAsync(engagement, stored with { Subject = "", Data = "{}" }, entry, cancellationToken).ConfigureAwait(false);
            removed++;
        }

        return removed;
    }

    private async Task<bool> IsThroughAsync(EngagementId engagement, OutgoingEvent stored, CancellationToken cancellationToken)
    {
        foreach (var endpoint in stored.Endpoints)
        {
            var (delivery, entry) = await events.DeliveryAsync(engagement, endpoint, stored.Id, cancellationToken).ConfigureAwait(false);
            if (entry is null || delivery.State is not (EventDeliveryState.Delivered or EventDeliveryState.Withdrawn))
                return false;
        }

        return true;
    }

    private async Task<int> DeadLettersAsync(EngagementId engagement, Instant before, CancellationToken cancellationToken)
    {
        var old = new List<StateEntry>();
        await foreach (var entry in state.ListAsync(engagement, DeadLetterBox.Collection, "", cancellationToken).ConfigureAwait(false))
        {
            if (DeadLetterJson.Read(engagement, entry) is { State: DeadLetterState.Mended } letter && letter.LastSeen < before)
                old.Add(entry);
        }

        foreach (var entry in old)
        {
            try
            {
                await state.CommitAsync(engagement, [new StateChange(entry.Key, null, entry.ETag)], cancellationToken).ConfigureAwait(false);
            }
            catch (StateConflictException)
            {
                // The same work failed again in this moment.
            }
        }

        return old.Count;
    }
}
