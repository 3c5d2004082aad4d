using System.Globalization;
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
    public async Task<bool> IsFirstAsync(EngagementId engagement, string source, string id, string delivery, int place, CancellationToken cancellationToken)
    {
        var key = new StateKey(Collection, WebhookDeliveries.IdOf(source, id));
        var mine = JsonText.Write(json => json.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"{delivery}#{place}")));
        try
        {
            await state.CommitAsync(engagement, [StateChange.Insert(key, mine)], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StateConflictException)
        {
            return (await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false))?.Value == mine;
        }
    }
}
