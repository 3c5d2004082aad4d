using System.Text.Json;
using OpsAutomation.Engagements;

namespace OpsAutomation.Webhooks;

/// <summary>What Slack asks of a URL before it sends events there, and from time to time. It is answered of verified requests only, and is no event.</summary>
internal static class SlackHandshake
{
    private const int LongestChallenge = 1000;
    private const int LongestBody = 8192;

    /// <summary>The answer to a handshake; null of anything else.</summary>
    public static WebhookAnswer? Answer(WebhookRequest request, WebhookSender sender)
    {
        if (sender.Settings.Scheme != WebhookScheme.Slack || request.Body.Length > LongestBody)
            return null;
        if (request.IsForm)
            return WebhookForm.Find(request.Body, "ssl_check") == "1" ? new(200) : null;
        using var document = WebhookBody.Parse(request.Body);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("type", out var type) && WebhookBody.Text(type) == "url_verification"
            && root.TryGetProperty("challenge", out var challenge) && WebhookBody.Text(challenge) is { Length: > 0 and <= LongestChallenge } text
                ? new(200, text)
                : null;
    }
}
