using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Catalogue;

/// <summary>The KPIs over tasks.</summary>
internal static class DeliveryKpis
{
    public static IReadOnlyList<KpiDefinition> All { get; } =
    [
        new(
            KpiIds.DoneCount,
            new("Tasks done", "Tâches faites"),
            new(
                "Number of tasks, by completion date.",
                Typography.French("Nombre de tâches, par date d'achèvement.")),
            FactType.Task,
            "completed",
            KpiUnit.Count,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Flow),
        new(
            KpiIds.OverdueCount,
            new("Overdue tasks", "Tâches en retard"),
            new(
                "Tasks due by the end of the period and not done by then.",
                Typography.French("Tâches dues avant la fin de la période et non faites alors.")),
            FactType.Task,
            "due, completed",
            KpiUnit.Count,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Stock),
        new(
            KpiIds.LeadTimeDays,
            new("Lead time, median", "Délai de réalisation, médiane"),
            new(
                "Median days from creation to completion, by completion date: fractional where both have a time, else whole days.",
                Typography.French("Médiane des jours entre création et achèvement, par date d'achèvement : fractions de jour si les deux ont une heure, sinon jours entiers.")),
            FactType.Task,
            "completed",
            KpiUnit.Days,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.LeadTimeDaysP90,
            new("Lead time, 90th percentile", "Délai de réalisation, 90e centile"),
            new(
                "90th percentile of the same days, interpolated.",
                Typography.French("90e centile de ces mêmes jours, interpolé.")),
            FactType.Task,
            "completed",
            KpiUnit.Days,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.OnTimeRate,
            new("On-time rate", "Taux de respect des échéances"),
            new(
                "Tasks due in the period that were done on or before the due day, over all due in it; the first due date where the export gives it.",
                Typography.French("Tâches dues dans la période et faites au plus tard le jour dû, rapportées à toutes celles dues ; première échéance si l'export la donne.")),
            FactType.Task,
            "firstDue, due",
            KpiUnit.Percent,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.LoadRate,
            new("Load rate", "Taux de charge"),
            new(
                "Estimated hours of tasks due in the period over the capacity of the team on working days, net of leave.",
                Typography.French("Heures estimées des tâches dues dans la période rapportées à la capacité de l'équipe les jours ouvrés, congés déduits.")),
            FactType.Task,
            "due",
            KpiUnit.Percent,
            KpiDirection.Within,
            Grain.Week,
            KpiNature.Ratio),
    ];
}
