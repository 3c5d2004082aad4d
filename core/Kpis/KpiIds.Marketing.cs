namespace OpsAutomation.Kpis;

public static partial class KpiIds
{
    /// <summary>Contacts created in the period.</summary>
    public const string Leads = "marketing.leads";

    /// <summary>Lead-to-customer rate.</summary>
    public const string LeadToCustomerRate = "marketing.lead-to-customer-rate";
}
