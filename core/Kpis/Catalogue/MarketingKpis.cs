using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Catalogue;

/// <summary>The KPIs over contacts.</summary>
internal static class MarketingKpis
{
    public static IReadOnlyList<KpiDefinition> All { get; } =
    [
        new(
            KpiIds.Leads,
            new("Leads", "Prospects"),
            new(
                "Contacts created in the period.",
                Typography.French("Contacts créés dans la période.")),
            FactType.Contact,
            "created",
            KpiUnit.Count,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Flow),
        new(
            KpiIds.LeadToCustomerRate,
            new("Lead-to-customer rate", "Prospects devenus clients"),
            new(
                "Of the contacts created in the period, the share that became customers, whenever that was.",
                Typography.French("Parmi les contacts créés dans la période, part de ceux qui sont devenus clients, quelle qu'en soit la date.")),
            FactType.Contact,
            "created",
            KpiUnit.Percent,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Ratio),
    ];
}
