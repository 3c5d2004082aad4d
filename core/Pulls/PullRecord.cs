namespace OpsAutomation.Pulls;

/// <summary>What is known of a file at its source: collection <c>pulls</c>.</summary>
internal sealed record PullRecord
{
    public const string Collection = "pulls";

    /// <summary>The version that was pulled last.</summary>
    public required string Version { get; init; }

    /// <summary>The key of its job; null where the file was left.</summary>
    public string? Key { get; init; }

    /// <summary>The same for the same content, where the source tells it.</summary>
    public string? ContentHash { get; init; }

    /// <summary>When it was pulled, Unix milliseconds.</summary>
    public required long At { get; init; }
}
