using System.Text.Json.Serialization;
using NodaTime;

namespace OpsAutomation.Feeds;

/// <summary>A token by which a tool reads the feed: collections <c>feed-tokens</c>, by its hash, and <c>feed-names</c>. The token itself is not kept.</summary>
public sealed record FeedToken
{
    /// <summary>The hash, with the engagement: what is copied to another engagement opens nothing.</summary>
    public required string Hash { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant Created { get; init; }

    /// <summary>The name by which it is revoked.</summary>
    [JsonIgnore]
    public string Name { get; init; } = "";
}
