namespace OpsAutomation.Kpis;

public static partial class KpiIds
{
    /// <summary>Live SOPs over critical SOPs planned.</summary>
    public const string SopCoverage = "operations.sop-coverage";

    /// <summary>Live SOPs past their review date.</summary>
    public const string SopOverdueReviews = "operations.sop-overdue-reviews";

    /// <summary>Milestones done on time over milestones due.</summary>
    public const string MilestonesOnTime = "operations.milestones-on-time";

    /// <summary>RACI rows whose A or R is the CEO, over all rows.</summary>
    public const string CeoDependency = "operations.ceo-dependency";

    /// <summary>People who are A or R of a RACI row and have no deputy.</summary>
    public const string WithoutDeputy = "operations.without-deputy";
}
