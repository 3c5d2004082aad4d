namespace OpsAutomation.Engagements;

/// <summary>How a sender of webhooks shows who it is, and with it whose bodies these are.</summary>
public enum WebhookScheme
{
    /// <summary>A shared secret that comes with each request: for tools that cannot sign.</summary>
    Token,

    /// <summary>Standard Webhooks: a signature over id, timestamp and body.</summary>
    Standard,

    /// <summary>HubSpot, signatures of version 3.</summary>
    HubSpot,

    /// <summary>Slack: events, commands and interactions.</summary>
    Slack,

    /// <summary>Intercom.</summary>
    Intercom,

    /// <summary>Trello.</summary>
    Trello,

    /// <summary>ClickUp.</summary>
    ClickUp,

    /// <summary>Stripe.</summary>
    Stripe,

    /// <summary>Typeform.</summary>
    Typeform,

    /// <summary>Calendly.</summary>
    Calendly,

    /// <summary>GitHub.</summary>
    GitHub,

    /// <summary>Notion.</summary>
    Notion,
}
