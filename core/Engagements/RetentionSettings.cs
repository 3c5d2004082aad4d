namespace OpsAutomation.Engagements;

/// <summary>How many days is kept what may name people and is no longer needed for figures.</summary>
public sealed record RetentionSettings
{
    /// <summary>Originals of exports that were pulled, uploaded or put into the inbox: facts stay.</summary>
    public int Exports { get; init; } = 180;

    /// <summary>Bodies of webhooks, from the day on which they were settled.</summary>
    public int WebhookBodies { get; init; } = 7;

    /// <summary>What settled deliveries and delivered events say beside their ids.</summary>
    public int Deliveries { get; init; } = 90;

    /// <summary>Dead letters, from the day on which they last failed, once they are mended.</summary>
    public int DeadLetters { get; init; } = 30;

    /// <summary>Facts, from the day on which the engagement was first seen to be closed; null keeps them.</summary>
    public int? FactsAfterClose { get; init; }
}
