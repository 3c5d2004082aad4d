namespace OpsAutomation.Kpis;

public static partial class KpiIds
{
    /// <summary>Number of tickets, by create date.</summary>
    public const string OpenedCount = "support.opened-count";

    /// <summary>Number of tickets, by close date.</summary>
    public const string ClosedCount = "support.closed-count";

    /// <summary>Tickets open at the end of the period.</summary>
    public const string Backlog = "support.backlog";

    /// <summary>First response, median.</summary>
    public const string FirstResponseHours = "support.first-response-hours";

    /// <summary>90th percentile of the same hours, interpolated.</summary>
    public const string FirstResponseHoursP90 = "support.first-response-hours-p90";

    /// <summary>Median hours from opening to closing, by close date.</summary>
    public const string ResolutionHours = "support.resolution-hours";

    /// <summary>90th percentile of the same hours, interpolated.</summary>
    public const string ResolutionHoursP90 = "support.resolution-hours-p90";

    /// <summary>Top issues.</summary>
    public const string TopIssues = "support.top-issues";

    /// <summary>Most concerned customers.</summary>
    public const string TopCustomers = "support.top-customers";
}
