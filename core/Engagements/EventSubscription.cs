namespace OpsAutomation.Engagements;

/// <summary>Somebody who is told of events.</summary>
/// <param name="Id">The id of the subscription.</param>
/// <param name="Url">Where events are delivered.</param>
/// <param name="Filter">Which events are told.</param>
/// <param name="Secret">The name of the secret that signs them.</param>
public sealed record EventSubscription(string Id, Uri Url, EventFilter Filter, string Secret);
