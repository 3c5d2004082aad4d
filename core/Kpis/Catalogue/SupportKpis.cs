using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Catalogue;

/// <summary>The KPIs over tickets.</summary>
internal static class SupportKpis
{
    public static IReadOnlyList<KpiDefinition> All { get; } =
    [
        new(
            KpiIds.OpenedCount,
            new("Tickets opened", "Tickets ouverts"),
            new(
                "Number of tickets, by create date.",
                Typography.French("Nombre de tickets, par date de création.")),
            FactType.Ticket,
            "created",
            KpiUnit.Count,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Flow),
        new(
            KpiIds.ClosedCount,
            new("Tickets closed", "Tickets clos"),
            new(
                "Number of tickets, by close date.",
                Typography.French("Nombre de tickets, par date de clôture.")),
            FactType.Ticket,
            "closed",
            KpiUnit.Count,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Flow),
        new(
            KpiIds.Backlog,
            new("Ticket backlog", "Tickets en attente"),
            new(
                "Tickets open at the end of the period.",
                Typography.French("Tickets ouverts en fin de période.")),
            FactType.Ticket,
            "created, closed",
            KpiUnit.Count,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Stock),
        new(
            KpiIds.FirstResponseHours,
            new("First response, median", "Première réponse, médiane"),
            new(
                "Median hours to the first answer, by create date: elapsed, or opening hours where the engagement has them; durations of the export come first.",
                Typography.French("Médiane des heures jusqu'à la première réponse, par date de création : écoulées, ou ouvrées si la mission a des horaires ; les durées de l'export priment.")),
            FactType.Ticket,
            "created",
            KpiUnit.Hours,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.FirstResponseHoursP90,
            new("First response, 90th percentile", "Première réponse, 90e centile"),
            new(
                "90th percentile of the same hours, interpolated.",
                Typography.French("90e centile de ces mêmes heures, interpolé.")),
            FactType.Ticket,
            "created",
            KpiUnit.Hours,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.ResolutionHours,
            new("Resolution, median", "Résolution, médiane"),
            new(
                "Median hours from opening to closing, by close date.",
                Typography.French("Médiane des heures entre ouverture et clôture, par date de clôture.")),
            FactType.Ticket,
            "closed",
            KpiUnit.Hours,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.ResolutionHoursP90,
            new("Resolution, 90th percentile", "Résolution, 90e centile"),
            new(
                "90th percentile of the same hours, interpolated.",
                Typography.French("90e centile de ces mêmes heures, interpolé.")),
            FactType.Ticket,
            "closed",
            KpiUnit.Hours,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.TopIssues,
            new("Top issues", "Problèmes les plus fréquents"),
            new(
                "Table of the ten most frequent issues of tickets opened; the value is the number of tickets opened.",
                Typography.French("Tableau des dix problèmes les plus fréquents des tickets ouverts ; la valeur est le nombre de tickets ouverts.")),
            FactType.Ticket,
            "created",
            KpiUnit.Count,
            KpiDirection.Lower,
            Grain.Month,
            KpiNature.Flow),
        new(
            KpiIds.TopCustomers,
            new("Most concerned customers", "Clients les plus concernés"),
            new(
                "Table of the ten customers with most tickets opened; the value is the number of tickets opened.",
                Typography.French("Tableau des dix clients qui ont ouvert le plus de tickets ; la valeur est le nombre de tickets ouverts.")),
            FactType.Ticket,
            "created",
            KpiUnit.Count,
            KpiDirection.Lower,
            Grain.Month,
            KpiNature.Flow),
    ];
}
