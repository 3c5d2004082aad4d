namespace OpsAutomation.Azure.Graph;

/// <summary>Microsoft Graph: section <c>Ops:Graph</c> of the settings, which turns it on.</summary>
public sealed class GraphOptions
{
    /// <summary>Where the settings are.</summary>
    public const string Section = "Ops:Graph";

    /// <summary>The operator's tenant, an id or a domain. Needed unless <see cref="Endpoint"/> is set.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// The id of the app registration that mailboxes of several tenants consented to; null where the app's own identity is enough.
    /// Its credential is the app's managed identity, federated: there is no secret.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>Another base address than Graph's, such as an emulator's <c>http://127.0.0.1:5080/v1.0</c>. Nobody signs in there.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The messages that one mailbox sends in a minute, 1 to 30: Exchange allows 30.</summary>
    public int MailPerMinute { get; set; } = 30;

    /// <summary>The requests at once for one mailbox, 1 to 4: Graph allows 4 for an app and a mailbox.</summary>
    public int RequestsAtOnce { get; set; } = 4;

    /// <summary>Seconds after which a request counts as unanswered, 1 to 600.</summary>
    public int TimeoutSeconds { get; set; } = 45;

    /// <summary>Seconds for which a sender has a message to itself, renewed at each step; longer than <see cref="TimeoutSeconds"/>.</summary>
    public int LeaseSeconds { get; set; } = 60;

    /// <summary>Seconds after an unanswered send in which a message may look like a draft though it left; it is not sent again before.</summary>
    public int SettleSeconds { get; set; } = 60;
}
