namespace OpsAutomation.Kpis;

/// <summary>What the documents and the milestones of an engagement add up to on the day asked for: KPIs that no export holds.</summary>
public sealed record OperationsFigures
{
    /// <summary>Critical SOPs that the document plan wants; null where documents were not looked at.</summary>
    public int? CriticalSops { get; init; }

    /// <summary>Critical SOPs of the plan that are live.</summary>
    public int LiveCriticalSops { get; init; }

    /// <summary>Live SOPs past their review date; null where documents were not looked at.</summary>
    public int? OverdueReviews { get; init; }

    /// <summary>Milestones due so far; null where milestones were not looked at.</summary>
    public int? MilestonesDue { get; init; }

    /// <summary>Those of them that were done in time.</summary>
    public int MilestonesOnTime { get; init; }
}
