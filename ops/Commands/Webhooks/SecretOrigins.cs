using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>Who makes the secrets of a scheme.</summary>
internal static class SecretOrigins
{
    /// <summary>Of a scheme.</summary>
    public static SecretOrigin Of(WebhookScheme scheme) => scheme switch
    {
        WebhookScheme.HubSpot or WebhookScheme.Slack or WebhookScheme.Intercom or WebhookScheme.Trello or WebhookScheme.ClickUp or WebhookScheme.Stripe => SecretOrigin.Vendor,
        WebhookScheme.Notion => SecretOrigin.Handshake,
        _ => SecretOrigin.Ours,
    };
}
