using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Events.Chats;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Events;

/// <summary>
/// Posts an event: to programs as a CloudEvent signed by Standard Webhooks, to chats as a message. During a rotation it is signed with both
/// secrets, so that either side may be first.
/// </summary>
/// <param name="secrets">What signs events, and the URLs of chats.</param>
/// <param name="transport">Posts.</param>
/// <param name="time">The clock.</param>
/// <param name="board">Where messages lead; null where the app has no public address.</param>
public sealed class EventSender(ISecretStore secrets, IEventTransport transport, TimeProvider time, BoardAddress? board = null)
{
    /// <summary>The header by which a body says that it is something else than CloudEvents JSON.</summary>
    private const string ContentType = "Content-Type";

    /// <summary>Makes one attempt.</summary>
    /// <exception cref="OpsException">Refused: the subscription has no secret.</exception>
    public async Task<TransportAnswer> SendAsync(
        Engagement engagement, EventSubscription subscription, OutgoingEvent happening, CancellationToken cancellationToken = default)
    {
        var keys = await secrets.FindAsync(engagement.Id, SecretName.OfEvents(subscription.Secret), cancellationToken).ConfigureAwait(false);
        if (keys.Count == 0)
            throw NoSecret(engagement.Id, subscription);
        if (subscription.Target != EventTarget.Events)
            return await TalkAsync(engagement, subscription.Target, ChatUrl.Parse(keys[0]), happening, cancellationToken).ConfigureAwait(false);
        var body = CloudEvent.Write(engagement.Id, happening);
        var id = MessageIdOf(happening.Id, subscription.Id);
        var at = time.GetUtcNow().ToUnixTimeSeconds();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [StandardSignature.IdHeader] = id,
            [StandardSignature.TimestampHeader] = at.ToString(CultureInfo.InvariantCulture),
            [StandardSignature.SignatureHeader] = string.Join(' ', keys.Select(key => StandardSignature.Sign(key, id, at, body.Span))),
        };
        return await transport.PostAsync(subscription.Url!, headers, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The id of the message, by which the receiver tells a repetition: the same over all attempts.</summary>
    public static string MessageIdOf(string happening, string endpoint) =>
        "msg_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{happening}\n{endpoint}")).AsSpan(0, 16));

    private Task<TransportAnswer> TalkAsync(Engagement engagement, EventTarget target, Uri url, OutgoingEvent happening, CancellationToken cancellationToken)
    {
        var message = new ChatComposer(engagement, board).Compose(happening);
        var text = target == EventTarget.Slack ? SlackMessage.Write(message) : TeamsCard.Write(message);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [ContentType] = "application/json; charset=utf-8" };
        return transport.PostAsync(url, headers, Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    private static OpsException NoSecret(EngagementId engagement, EventSubscription subscription) => subscription.Target == EventTarget.Events
        ? OpsException.Refused(
            $"Events to {subscription.Id} cannot be signed: it has no secret. Make one: ops webhook rotate {subscription.Id} -e {engagement}",
            $"Les événements vers {subscription.Id} ne peuvent pas être signés\u00a0: il n'a pas de secret. Créez-en un\u00a0: ops webhook rotate {subscription.Id} -e {engagement}")
        : OpsException.Refused(
            $"Messages to {subscription.Id} have nowhere to go: the URL of its webhook is not known. Enter it: ops webhook add {subscription.Id} --to URL -e {engagement}",
            $"Les messages vers {subscription.Id} n'ont pas de destination\u00a0: l'URL de son webhook est inconnue. Saisissez-la\u00a0: ops webhook add {subscription.Id} --to URL -e {engagement}");
}
