namespace OpsAutomation.Kpis;

/// <summary>Which way is better.</summary>
public enum KpiDirection
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,

    /// <summary>Within a range is best.</summary>
    Within,
}
