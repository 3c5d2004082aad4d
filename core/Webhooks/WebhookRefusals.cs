using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>
/// Remembers the delivery by which people heard that events of a source and type cannot be applied: a path that does not fit refuses every
/// event that comes, and one message tells of it. The first that can be applied ends it.
/// </summary>
internal sealed class WebhookRefusals(IStateStore state)
{
    private const string Collection = "webhook-refusals";

    /// <summary>Whether a refused delivery is the one that people hear of, also when it is asked again.</summary>
    public Task<bool> IsFirstAsync(EngagementId engagement, WebhookDelivery delivery, CancellationToken cancellationToken) =>
        FirstOf.IsAsync(state, engagement, KeyOf(delivery), JsonText.Write(json => json.WriteStringValue(delivery.Id)), cancellationToken);

    /// <summary>Ends it: the next refusal is told again.</summary>
    public async Task ForgetAsync(EngagementId engagement, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        var key = KeyOf(delivery);
        if (await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false) is not null)
            await state.CommitAsync(engagement, [StateChange.Remove(key)], cancellationToken).ConfigureAwait(false);
    }

    private static StateKey KeyOf(WebhookDelivery delivery)
    {
        var types = string.Join('\n', delivery.Types.Select(type => type.ToLowerInvariant()));
        return new(Collection, WebhookDeliveries.IdOf(delivery.Source, types));
    }
}
