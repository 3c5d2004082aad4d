namespace OpsAutomation.Pulls;

/// <summary>What is known of a link: collection <c>pull-links</c>.</summary>
internal sealed record UrlRecord
{
    public const string Collection = "pull-links";

    /// <summary>The hour, day or week in which it was fetched last.</summary>
    public required string Period { get; init; }

    /// <summary>How many different contents it gave so far, one after the other.</summary>
    public int Count { get; init; }

    /// <summary>The hash of the last content; null where none came yet.</summary>
    public string? ContentHash { get; init; }

    /// <summary>What the server said of the version.</summary>
    public string? ETag { get; init; }

    /// <summary>What the server said of the date.</summary>
    public string? LastModified { get; init; }
}
