using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks.Signatures;

namespace OpsAutomation.Webhooks;

/// <summary>A test event as a source would send it: in the vendor's shape, of type <c>ping</c>, and signed.</summary>
/// <param name="Headers">The headers that verify it, whatever their case.</param>
/// <param name="Body">The body: JSON.</param>
public sealed record WebhookTestEvent(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Makes one.</summary>
    /// <param name="source">The source.</param>
    /// <param name="secret">Its newest secret.</param>
    /// <param name="publicUrl">The address under which the sender knows the app: HubSpot and Trello sign it.</param>
    /// <param name="engagement">The engagement.</param>
    /// <param name="now">The moment: part of the signature, and of the event's id.</param>
    public static WebhookTestEvent Sign(WebhookSettings source, string secret, Uri publicUrl, EngagementId engagement, Instant now)
    {
        var id = $"test-{now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}";
        var body = Encoding.UTF8.GetBytes(BodyOf(source.Scheme, id, now));
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (SignatureRules.Of(source.Scheme) is { } rule)
        {
            var url = AppAddress.At(publicUrl, WebhookAddresses.PathOf(engagement.Value, source.Source));
            SignatureWriter.Sign(headers, rule, secret, url, id, body, now);
        }
        else
        {
            headers[StandardSignature.IdHeader] = id;
            AddToken(headers, source, secret);
        }

        if (source.Scheme == WebhookScheme.GitHub)
            (headers[WebhookEventIds.GitHubHeader], headers[WebhookEventIds.GitHubEventHeader]) = (id, "ping");
        return new(headers, body);
    }

    private static void AddToken(Dictionary<string, string> headers, WebhookSettings source, string secret)
    {
        if (source.Place == TokenPlace.Header)
            headers[source.Header!] = secret;
        else if (source.Place == TokenPlace.Basic)
            headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{source.User}:{secret}"));
        else
            headers["Authorization"] = "Bearer " + secret;
    }

    private static string BodyOf(WebhookScheme scheme, string id, Instant now) => PatternOf(scheme)
        .Replace("#id", id, StringComparison.Ordinal)
        .Replace("#millis", now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("#seconds", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("#text", InstantPattern.General.Format(now), StringComparison.Ordinal);

    private static string PatternOf(WebhookScheme scheme) => scheme switch
    {
        WebhookScheme.HubSpot =>
            """[{"eventId":#millis,"subscriptionId":1,"portalId":1,"appId":1,"occurredAt":#millis,"subscriptionType":"ping","attemptNumber":0,"objectId":1}]""",
        WebhookScheme.Slack => """{"type":"event_callback","event_id":"#id","event_time":#seconds,"event":{"type":"ping"}}""",
        WebhookScheme.Intercom =>
            """{"type":"notification_event","id":"#id","topic":"ping","created_at":#seconds,"data":{"type":"notification_event_data","item":{"type":"ping"}}}""",
        WebhookScheme.Trello => """{"model":{},"action":{"id":"#id","type":"ping","date":"#text","data":{}}}""",
        WebhookScheme.ClickUp => """{"event":"ping","webhook_id":"test","history_items":[{"id":"#id","date":"#millis"}]}""",
        WebhookScheme.Stripe => """{"id":"#id","object":"event","type":"ping","created":#seconds,"livemode":false,"data":{"object":{}}}""",
        WebhookScheme.Typeform => """{"event_id":"#id","event_type":"ping","form_response":{}}""",
        WebhookScheme.Calendly => """{"event":"ping","created_at":"#text","payload":{"uri":"#id"}}""",
        WebhookScheme.GitHub => """{"zen":"A test event.","hook_id":1}""",
        WebhookScheme.Notion => """{"id":"#id","type":"ping","timestamp":"#text"}""",
        _ => """{"type":"ping"}""",
    };
}
