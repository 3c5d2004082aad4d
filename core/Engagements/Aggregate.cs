namespace OpsAutomation.Engagements;

/// <summary>How the values of records become one figure.</summary>
public enum Aggregate
{
    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>How many records.</summary>
    Count,

    /// <summary>Their arithmetic mean.</summary>
    Mean,

    /// <summary>Their median.</summary>
    Median,

    /// <summary>Their 90th percentile.</summary>
    P90,

    /// <summary>The least.</summary>
    Min,

    /// <summary>The greatest.</summary>
    Max,
}
