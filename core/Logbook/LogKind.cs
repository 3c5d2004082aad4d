namespace OpsAutomation.Logbook;

/// <summary>What only people know.</summary>
public enum LogKind
{
    /// <summary>A decision, awaited or taken.</summary>
    Decision,

    /// <summary>Something that somebody will do.</summary>
    Action,

    /// <summary>Something that could go wrong.</summary>
    Risk,

    /// <summary>A remark on a KPI or a period.</summary>
    Comment,

    /// <summary>A problem, its cause, the change that is tried, and what the review of it found.</summary>
    Improvement,
}
