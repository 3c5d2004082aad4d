namespace OpsAutomation.Jobs;

/// <summary>The queues, by the names that functions are bound to and infrastructure creates.</summary>
public static class JobQueues
{
    /// <summary>Exports to import: <see cref="ExportJob"/>.</summary>
    public const string Exports = "exports";

    /// <summary>Engagements whose KPIs are to be computed: <see cref="KpiJob"/>.</summary>
    public const string Kpis = "kpis";

    /// <summary>Documents to generate: <see cref="DocumentJob"/>; and to publish: <see cref="PublishJob"/>.</summary>
    public const string Documents = "documents";

    /// <summary>Digests to send: <see cref="DigestJob"/>.</summary>
    public const string Digests = "digests";

    /// <summary>Verified events from outside: <see cref="WebhookJob"/>.</summary>
    public const string Webhooks = "webhooks";

    /// <summary>Events to deliver: <see cref="EventJob"/>.</summary>
    public const string Events = "events";

    /// <summary>What the host appends to a queue's name for messages that failed for good.</summary>
    public const string PoisonSuffix = "-poison";

    /// <summary>Every queue that work is added to, without the poison queues.</summary>
    public static IReadOnlyList<string> All { get; } = [Exports, Kpis, Documents, Digests, Webhooks, Events];
}
