namespace OpsAutomation.Engagements;

/// <summary>How a sender of webhooks shows who it is.</summary>
public enum WebhookScheme
{
    /// <summary>A shared secret that comes with each request: for tools that cannot sign.</summary>
    Token,

    /// <summary>Standard Webhooks: a signature over id, timestamp and body.</summary>
    Standard,
}
