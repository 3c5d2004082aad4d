namespace OpsAutomation.Kpis;

/// <summary>The unit of a KPI.</summary>
public enum KpiUnit
{
    /// <summary>The currency of the figure.</summary>
    Money,

    /// <summary>Whole things.</summary>
    Count,

    /// <summary>Percent: changes are in points.</summary>
    Percent,

    /// <summary>Points, such as NPS.</summary>
    Points,

    /// <summary>Days.</summary>
    Days,

    /// <summary>Hours.</summary>
    Hours,

    /// <summary>Months.</summary>
    Months,

    /// <summary>A plain ratio.</summary>
    Ratio,
}
