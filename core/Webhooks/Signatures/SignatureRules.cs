using System.Security.Cryptography;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Webhooks.Signatures;

/// <summary>How each vendor that signs does it, after the vendors' documentation.</summary>
internal static class SignatureRules
{
    private static readonly Duration FiveMinutes = Duration.FromMinutes(5);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<SignatureRule> All { get; } =
    [
        new(WebhookScheme.Standard, StandardSignature.SignatureHeader, SignatureForm.List, new("{id}.{time}.{body}"))
        {
            IdHeader = StandardSignature.IdHeader, TimeHeader = StandardSignature.TimestampHeader, Window = FiveMinutes,
        },
        new(WebhookScheme.HubSpot, "X-HubSpot-Signature-v3", SignatureForm.Base64, new("{method}{url}{body}{time}"))
        {
            TimeHeader = "X-HubSpot-Request-Timestamp", InMilliseconds = true, Window = FiveMinutes, ResolvesUrl = true,
        },
        new(WebhookScheme.Slack, SlackHeader, SignatureForm.Hex, new("v0:{time}:{body}"))
        {
            Prefix = "v0=", TimeHeader = "X-Slack-Request-Timestamp", Window = FiveMinutes,
        },
        new(WebhookScheme.Intercom, "X-Hub-Signature", SignatureForm.Hex, new("{body}")) { Prefix = "sha1=", Hash = HashAlgorithmName.SHA1 },
        new(WebhookScheme.Trello, "X-Trello-Webhook", SignatureForm.Base64, new("{body}{url}")) { Hash = HashAlgorithmName.SHA1 },
        new(WebhookScheme.ClickUp, "X-Signature", SignatureForm.Hex, new("{body}")),
        new(WebhookScheme.Stripe, "Stripe-Signature", SignatureForm.Fields, new("{time}.{body}")) { Window = FiveMinutes },
        new(WebhookScheme.Typeform, "Typeform-Signature", SignatureForm.Base64, new("{body}")) { Prefix = "sha256=" },
        new(WebhookScheme.Calendly, "Calendly-Webhook-Signature", SignatureForm.Fields, new("{time}.{body}")) { Window = Duration.FromMinutes(3) },
        new(WebhookScheme.GitHub, "X-Hub-Signature-256", SignatureForm.Hex, new("{body}")) { Prefix = "sha256=" },
        new(WebhookScheme.Notion, "X-Notion-Signature", SignatureForm.Hex, new("{body}")) { Prefix = "sha256=" },
    ];

    /// <summary>The header that each signed request of Slack has.</summary>
    public const string SlackHeader = "X-Slack-Signature";

    /// <summary>The rule of a scheme; null of one that does not sign.</summary>
    public static SignatureRule? Of(WebhookScheme scheme) => All.FirstOrDefault(rule => rule.Scheme == scheme);
}
