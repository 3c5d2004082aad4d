namespace OpsAutomation.Kpis;

/// <summary>How a KPI stands against its target.</summary>
public enum KpiStatus
{
    /// <summary>There is nothing to compute.</summary>
    NoData,

    /// <summary>There is no target.</summary>
    NoTarget,

    /// <summary>The target is met.</summary>
    OnTarget,

    /// <summary>Missed by at most the threshold.</summary>
    AtRisk,

    /// <summary>Missed by more.</summary>
    OffTarget,
}
