using System.Text.Json;
using OpsAutomation.Engagements;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>The reader of each vendor's events. None of them throws on what it is given: an event that it cannot use is one that is kept.</summary>
internal static class VendorEvents
{
    private static readonly Dictionary<WebhookScheme, Func<JsonElement, VendorContext, VendorEvent>> Readers = new()
    {
        [WebhookScheme.HubSpot] = HubSpotEvents.Read,
        [WebhookScheme.Stripe] = StripeEvents.Read,
        [WebhookScheme.Intercom] = IntercomEvents.Read,
        [WebhookScheme.Trello] = TrelloEvents.Read,
        [WebhookScheme.ClickUp] = ClickUpEvents.Read,
        [WebhookScheme.Typeform] = TypeformEvents.Read,
        [WebhookScheme.Calendly] = CalendlyEvents.Read,
        [WebhookScheme.GitHub] = GitHubEvents.Read,
        [WebhookScheme.Notion] = NotionEvents.Read,
        [WebhookScheme.Slack] = SlackEvents.Read,
    };

    /// <summary>Whether a scheme's events have a shape of their own.</summary>
    public static bool Has(WebhookScheme scheme) => Readers.ContainsKey(scheme);

    /// <summary>Reads one event: an object.</summary>
    public static VendorEvent Read(WebhookScheme scheme, JsonElement root, VendorContext context) => Readers[scheme](root, context);
}
