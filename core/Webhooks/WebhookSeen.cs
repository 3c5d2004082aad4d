using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>
/// Remembers which event of which delivery was the first of its id: vendors send events again in other company. Collection <c>webhook-seen</c>,
/// ids source and, hashed, the vendor's id.
/// </summary>
internal sealed class WebhookSeen(IStateStore state)
{
    private const string Collection = "webhook-seen";

    /// <summary>Whether an event is the first of its id; also where it is asked for the same one again.</summary>
    /// <param name="engagement">Whose event it is.</param>
    /// <param name="delivery">The delivery that it came with: its moment is kept beside, for those who clear up.</param>
    /// <param name="id">The vendor's id of the event.</param>
    /// <param name="place">Its place within the delivery.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<bool> IsFirstAsync(EngagementId engagement, WebhookDelivery delivery, string id, int place, CancellationToken cancellationToken)
    {
        var key = new StateKey(Collection, WebhookDeliveries.IdOf(delivery.Source, id));
        var mine = JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("delivery", delivery.Id);
            json.WriteNumber("place", place);
            json.WriteNumber("at", delivery.Received.ToUnixTimeMilliseconds());
            json.WriteEndObject();
        });
        return FirstOf.IsAsync(state, engagement, key, mine, cancellationToken);
    }
}
