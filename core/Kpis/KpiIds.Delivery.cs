namespace OpsAutomation.Kpis;

public static partial class KpiIds
{
    /// <summary>Number of tasks, by completion date.</summary>
    public const string DoneCount = "delivery.done-count";

    /// <summary>Tasks due by the end of the period and not done by then.</summary>
    public const string OverdueCount = "delivery.overdue-count";

    /// <summary>Lead time, median.</summary>
    public const string LeadTimeDays = "delivery.lead-time-days";

    /// <summary>90th percentile of the same days, interpolated.</summary>
    public const string LeadTimeDaysP90 = "delivery.lead-time-days-p90";

    /// <summary>On-time rate.</summary>
    public const string OnTimeRate = "delivery.on-time-rate";

    /// <summary>Load rate.</summary>
    public const string LoadRate = "delivery.load-rate";
}
