namespace OpsAutomation.Kpis;

/// <summary>The ids of the catalogue's KPIs: a contract.</summary>
public static partial class KpiIds
{
    /// <summary>Amounts of deals won.</summary>
    public const string WonAmount = "sales.won-amount";

    /// <summary>Deals won.</summary>
    public const string WonCount = "sales.won-count";

    /// <summary>Deals lost.</summary>
    public const string LostCount = "sales.lost-count";

    /// <summary>Won over won and lost.</summary>
    public const string WinRate = "sales.win-rate";

    /// <summary>Mean amount of deals won.</summary>
    public const string AverageDeal = "sales.average-deal";

    /// <summary>Mean sales cycle.</summary>
    public const string CycleDays = "sales.cycle-days";

    /// <summary>Median sales cycle.</summary>
    public const string CycleDaysMedian = "sales.cycle-days-median";

    /// <summary>Amounts of open deals.</summary>
    public const string OpenPipeline = "sales.open-pipeline";

    /// <summary>Amounts of open deals by probability.</summary>
    public const string WeightedPipeline = "sales.weighted-pipeline";

    /// <summary>Deals created.</summary>
    public const string CreatedCount = "sales.created-count";

    /// <summary>Open deals without activity.</summary>
    public const string StaleCount = "sales.stale-count";

    /// <summary>Pipeline over what is still to be won.</summary>
    public const string Coverage = "sales.coverage";

    /// <summary>Why deals were lost.</summary>
    public const string LossReasons = "sales.loss-reasons";
}
