namespace OpsAutomation.Engagements;

/// <summary>What the engagement brief says of the mission. Every part may be empty: the brief then shows what is still to be said.</summary>
public sealed record EngagementScope
{
    /// <summary>What the client does, in a sentence.</summary>
    public string? Business { get; init; }

    /// <summary>Why the engagement exists.</summary>
    public string? Stakes { get; init; }

    /// <summary>What is in the scope.</summary>
    public IReadOnlyList<string> Included { get; init; } = [];

    /// <summary>What is not.</summary>
    public IReadOnlyList<string> Excluded { get; init; } = [];

    /// <summary>Which access is needed.</summary>
    public IReadOnlyList<string> Access { get; init; } = [];

    /// <summary>Where the client stands in its life; null where not said.</summary>
    public CompanyStage? Stage { get; init; }

    /// <summary>How many people work for the client.</summary>
    public int? Headcount { get; init; }
}
