namespace OpsAutomation.Kpis;

/// <summary>What kind of figure a KPI is.</summary>
public enum KpiNature
{
    /// <summary>Something that happens within a period.</summary>
    Flow,

    /// <summary>Something that is there at the end of a period.</summary>
    Stock,

    /// <summary>A share, mean or duration.</summary>
    Ratio,
}
