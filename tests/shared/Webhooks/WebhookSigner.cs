using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Testing;

/// <summary>Signs as each vendor does, written after the vendors' documentation and apart from the product's own code.</summary>
public static class WebhookSigner
{
    /// <summary>The headers of a request, whatever their case.</summary>
    /// <param name="scheme">The vendor.</param>
    /// <param name="secret">The secret of the source.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="url">The URL as the vendor was told it: part of what HubSpot and Trello sign.</param>
    /// <param name="at">When it is sent.</param>
    /// <param name="id">The id of the message, where a header carries it.</param>
    /// <param name="method">The HTTP method: part of what HubSpot signs.</param>
    public static Dictionary<string, string> Sign(
        WebhookScheme scheme, string secret, byte[] body, string url, Instant at, string id = "msg_1", string method = "POST")
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var millis = at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        (string, string)[] headers = scheme switch
        {
            WebhookScheme.HubSpot =>
            [
                ("X-HubSpot-Signature-v3", Base64(Sha256(secret, Text(method + url), body, Text(millis)))),
                ("X-HubSpot-Request-Timestamp", millis),
            ],
            WebhookScheme.Slack => [("X-Slack-Signature", "v0=" + Hex(Sha256(secret, Text($"v0:{seconds}:"), body))), ("X-Slack-Request-Timestamp", seconds)],
            WebhookScheme.Intercom => [("X-Hub-Signature", "sha1=" + Hex(Sha1(secret, body)))],
            WebhookScheme.Trello => [("X-Trello-Webhook", Base64(Sha1(secret, body, Text(url))))],
            WebhookScheme.ClickUp => [("X-Signature", Hex(Sha256(secret, body)))],
            WebhookScheme.Stripe => [("Stripe-Signature", $"t={seconds},v1={Hex(Sha256(secret, Text(seconds + "."), body))}")],
            WebhookScheme.Typeform => [("Typeform-Signature", "sha256=" + Base64(Sha256(secret, body)))],
            WebhookScheme.Calendly => [("Calendly-Webhook-Signature", $"t={seconds},v1={Hex(Sha256(secret, Text(seconds + "."), body))}")],
            WebhookScheme.GitHub =>
            [
                ("X-Hub-Signature-256", "sha256=" + Hex(Sha256(secret, body))),
                ("X-Hub-Signature", "sha1=" + Hex(Sha1(secret, body))),
                ("X-GitHub-Delivery", id),
                ("X-GitHub-Event", "issues"),
            ],
            WebhookScheme.Notion => [("X-Notion-Signature", "sha256=" + Hex(Sha256(secret, body)))],
            WebhookScheme.Standard =>
            [
                ("webhook-id", id),
                ("webhook-timestamp", seconds),
                ("webhook-signature", "v1," + Base64(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Join(Text($"{id}.{seconds}."), body)))),
            ],
            _ => [("Authorization", "Bearer " + secret)],
        };
        return headers.ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);
    }

    private static byte[] Sha256(string secret, params byte[][] parts) => HMACSHA256.HashData(Text(secret), Join(parts));

#pragma warning disable CA5350 // What Intercom and Trello sign with.
    private static byte[] Sha1(string secret, params byte[][] parts) => HMACSHA1.HashData(Text(secret), Join(parts));
#pragma warning restore CA5350

    private static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] code) => Convert.ToHexStringLower(code);

    private static string Base64(byte[] code) => Convert.ToBase64String(code);
}
