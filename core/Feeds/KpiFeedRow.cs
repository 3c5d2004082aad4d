namespace OpsAutomation.Feeds;

/// <summary>A KPI's figure for one period, as the feed gives it: docs/feed.md says what each column holds. Columns are added, never changed.</summary>
public sealed record KpiFeedRow
{
    /// <summary>The KPI's id.</summary>
    public required string Kpi { get; init; }

    /// <summary>Its name, in both languages.</summary>
    public required LocalizedText Label { get; init; }

    /// <summary><c>money</c>, <c>count</c>, <c>percent</c>, <c>points</c>, <c>days</c>, <c>hours</c>, <c>months</c> or <c>ratio</c>.</summary>
    public required string Unit { get; init; }

    /// <summary>The currency of money, ISO 4217; null for other units, and where it is not known.</summary>
    public string? Currency { get; init; }

    /// <summary><c>week</c>, <c>month</c> or <c>rolling</c>.</summary>
    public required string Grain { get; init; }

    /// <summary><c>flow</c>, <c>stock</c> or <c>ratio</c>.</summary>
    public required string Nature { get; init; }

    /// <summary><c>2026-W47</c>, <c>2026-11</c>, or of rolling days the week that they end in.</summary>
    public required string Period { get; init; }

    /// <summary>The first day, ISO 8601.</summary>
    public required string PeriodStart { get; init; }

    /// <summary>The last day, ISO 8601.</summary>
    public required string PeriodEnd { get; init; }

    /// <summary>Whether it is the KPI's latest complete period: the one that the board shows.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Whether the period is still under way.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The figure, exact; null where there is nothing to compute.</summary>
    public decimal? Value { get; init; }

    /// <summary>The target that held for the period, or null; none for an amount of one currency of several.</summary>
    public decimal? Target { get; init; }

    /// <summary>The upper end of a target range, or null.</summary>
    public decimal? TargetUpTo { get; init; }

    /// <summary><c>on-target</c>, <c>at-risk</c>, <c>off-target</c>, <c>no-target</c> or <c>no-data</c>; null where the figure is not judged: a survey's before the current one, an amount of one currency of several.</summary>
    public string? Status { get; init; }

    /// <summary>How many answers the current figure rests on, where that matters; else null.</summary>
    public int? SampleSize { get; init; }

    /// <summary>Whether a person entered the current figure.</summary>
    public bool IsEntered { get; init; }
}
