namespace OpsAutomation.Engagements;

/// <summary>What could be improved, and how it is prioritised.</summary>
public sealed record Backlog
{
    /// <summary>How items are compared.</summary>
    public BacklogScoring Scoring { get; init; }

    /// <summary>The items, in the order of the file: the last word where everything else is equal.</summary>
    public IReadOnlyList<BacklogItem> Items { get; init; } = [];
}
