namespace OpsAutomation.Engagements;

/// <summary>Somebody who is told of events.</summary>
/// <param name="Id">The id of the subscription.</param>
/// <param name="Url">Where events are delivered.</param>
/// <param name="Types">The types that are told; empty for all.</param>
/// <param name="Secret">The name of the secret that signs them.</param>
public sealed record EventSubscription(string Id, Uri Url, IReadOnlyList<string> Types, string Secret)
{
    /// <summary>Whether events of a type are told.</summary>
    public bool Wants(string type) => Types.Count == 0 || Types.Contains(type, StringComparer.Ordinal);
}
