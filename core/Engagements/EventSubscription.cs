namespace OpsAutomation.Engagements;

/// <summary>Somebody who is told of events.</summary>
/// <param name="Id">The id of the subscription.</param>
/// <param name="Url">Where events are delivered; null where the URL itself is the secret.</param>
/// <param name="Filter">Which events are told.</param>
/// <param name="Secret">The name of the secret: what signs them, or the URL.</param>
public sealed record EventSubscription(string Id, Uri? Url, EventFilter Filter, string Secret)
{
    /// <summary>What is at the other end.</summary>
    public EventTarget Target { get; init; }
}
