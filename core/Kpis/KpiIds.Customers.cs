namespace OpsAutomation.Kpis;

public static partial class KpiIds
{
    /// <summary>Recurring revenue (MRR).</summary>
    public const string Mrr = "customers.mrr";

    /// <summary>Churn.</summary>
    public const string ChurnRate = "customers.churn-rate";

    /// <summary>Revenue churn.</summary>
    public const string RevenueChurn = "customers.revenue-churn";

    /// <summary>NPS.</summary>
    public const string Nps = "customers.nps";
}
