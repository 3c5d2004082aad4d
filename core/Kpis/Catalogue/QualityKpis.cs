using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Catalogue;

/// <summary>The KPIs over marked tickets.</summary>
internal static class QualityKpis
{
    public static IReadOnlyList<KpiDefinition> All { get; } =
    [
        new(
            KpiIds.ComplaintRate,
            new("Complaint rate", "Taux de réclamation"),
            new(
                "Complaints over tickets opened; the mark of a complaint is set in the engagement, else nothing.",
                Typography.French("Réclamations rapportées aux tickets ouverts ; la marque d'une réclamation est définie dans la mission, sinon rien.")),
            FactType.Ticket,
            "created",
            KpiUnit.Percent,
            KpiDirection.Lower,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.ReopenedRate,
            new("Reopened rate", "Taux de réouverture"),
            new(
                "Reopened tickets over tickets closed; by a mark set in the engagement, else nothing.",
                Typography.French("Tickets rouverts rapportés aux tickets clos ; par une marque définie dans la mission, sinon rien.")),
            FactType.Ticket,
            "closed",
            KpiUnit.Percent,
            KpiDirection.Lower,
            Grain.Month,
            KpiNature.Ratio),
        new(
            KpiIds.FirstContactResolution,
            new("First-contact resolution", "Résolution au premier contact"),
            new(
                "Tickets solved at first contact over tickets closed; by a mark set in the engagement, else nothing.",
                Typography.French("Tickets résolus au premier contact rapportés aux tickets clos ; par une marque définie dans la mission, sinon rien.")),
            FactType.Ticket,
            "closed",
            KpiUnit.Percent,
            KpiDirection.Higher,
            Grain.Month,
            KpiNature.Ratio),
    ];
}
