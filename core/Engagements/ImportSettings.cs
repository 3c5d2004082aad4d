namespace OpsAutomation.Engagements;

/// <summary>Limits of imports.</summary>
public sealed record ImportSettings
{
    /// <summary>The share of rejected rows, in percent of the rows read, over which a file is refused.</summary>
    public decimal RejectionLimitPercent { get; init; } = 20m;
}
