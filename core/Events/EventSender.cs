using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Events;

/// <summary>Signs an event by Standard Webhooks and posts it. During a rotation it is signed with both secrets, so that either side may be first.</summary>
public sealed class EventSender(ISecretStore secrets, IEventTransport transport, TimeProvider time)
{
    /// <summary>Makes one attempt.</summary>
    /// <exception cref="OpsException">Refused: the subscription has no secret.</exception>
    public async Task<TransportAnswer> SendAsync(
        EngagementId engagement, EventSubscription subscription, OutgoingEvent happening, CancellationToken cancellationToken = default)
    {
        var keys = await secrets.FindAsync(engagement, SecretName.OfEvents(subscription.Secret), cancellationToken).ConfigureAwait(false);
        if (keys.Count == 0)
        {
            throw OpsException.Refused(
                $"Events to {subscription.Id} cannot be signed: it has no secret. Make one: ops webhook rotate {subscription.Id} -e {engagement}",
                $"Les événements vers {subscription.Id} ne peuvent pas être signés\u00a0: il n'a pas de secret. Créez-en un\u00a0: ops webhook rotate {subscription.Id} -e {engagement}");
        }

        var body = CloudEvent.Write(engagement, happening);
        var id = MessageIdOf(happening.Id, subscription.Id);
        var at = time.GetUtcNow().ToUnixTimeSeconds();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [StandardSignature.IdHeader] = id,
            [StandardSignature.TimestampHeader] = at.ToString(CultureInfo.InvariantCulture),
            [StandardSignature.SignatureHeader] = string.Join(' ', keys.Select(key => StandardSignature.Sign(key, id, at, body.Span))),
        };
        return await transport.PostAsync(subscription.Url, headers, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The id of the message, by which the receiver tells a repetition: the same over all attempts.</summary>
    public static string MessageIdOf(string happening, string endpoint) =>
        "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{happening}\n{endpoint}")).AsSpan(0, 16));
}
