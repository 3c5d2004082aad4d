using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Catalogue;

/// <summary>The KPIs over subscriptions and surveys.</summary>
internal static class CustomersKpis
{
    public static IReadOnlyList<KpiDefinition> All { get; } =
    [
        new(
            KpiIds.Mrr,
            new("Recurring revenue (MRR)", "Revenu récurrent mensuel"),
            new(
                "Monthly amounts active at the end of the period: annual / 12, net of tax and discount, no trials; past due counted and flagged.",
                Typography.French("Montants mensuels actifs en fin de période : annuel / 12, hors taxes et remises, sans essais ; les impayés comptent et sont signalés.")),
            FactType.Subscription,
            "started, ended",
            KpiUnit.Money,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Stock),
        new(
            KpiIds.ChurnRate,
            new("Churn", "Attrition"),
            new(
                "Customers active at the start of the period with no active subscription at its end, over those active at the start; from a snapshot without dates, churned over all.",
                Typography.French("Clients actifs au début de la période sans abonnement actif à la fin, rapportés aux actifs du début ; d'un instantané sans dates, partis sur tous.")),
            FactType.Subscription,
            "started, ended",
            KpiUnit.Percent,
            KpiDirection.Lower,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.RevenueChurn,
            new("Revenue churn", "Attrition du revenu"),
            new(
                "Recurring revenue lost, downgrades included, over that of the start of the period; snapshot rule as for churn.",
                Typography.French("Revenu récurrent perdu, baisses comprises, rapporté à celui du début de période ; même règle d'instantané que l'attrition.")),
            FactType.Subscription,
            "started, ended",
            KpiUnit.Percent,
            KpiDirection.Lower,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.Nps,
            new("NPS", "NPS"),
            new(
                "Percent of 9-10 minus percent of 0-6, latest answer per person in the period; no status below 30 answers.",
                Typography.French("Pourcentage de 9-10 moins pourcentage de 0-6, dernière réponse de chaque personne dans la période ; pas de statut sous 30 réponses.")),
            FactType.SurveyResponse,
            "date",
            KpiUnit.Points,
            KpiDirection.Higher,
            Grain.Rolling,
            KpiNature.Ratio),
    ];
}
