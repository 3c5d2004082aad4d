namespace OpsAutomation.Kpis.Catalogue;

/// <summary>The KPIs over documents, milestones and the RACI matrix.</summary>
internal static class OperationsKpis
{
    public static IReadOnlyList<KpiDefinition> All { get; } =
    [
        new(
            KpiIds.SopCoverage,
            new("SOP coverage", "Couverture des procédures"),
            new(
                "Live SOPs over critical SOPs planned.",
                Typography.French("Procédures en vigueur rapportées aux procédures critiques prévues.")),
            null,
            "as it stands",
            KpiUnit.Percent,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.SopOverdueReviews,
            new("SOPs due for review", "Procédures à réviser"),
            new(
                "Live SOPs past their review date.",
                Typography.French("Procédures en vigueur dont la date de révision est passée.")),
            null,
            "as it stands",
            KpiUnit.Count,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Stock),
        new(
            KpiIds.MilestonesOnTime,
            new("Milestones on time", "Jalons tenus"),
            new(
                "Milestones done on time over milestones due.",
                Typography.French("Jalons atteints à temps rapportés aux jalons échus.")),
            null,
            "as it stands",
            KpiUnit.Percent,
            KpiDirection.Higher,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.CeoDependency,
            new("Dependency on the CEO", "Dépendance au dirigeant"),
            new(
                "RACI rows whose A or R is the CEO, over all rows.",
                Typography.French("Lignes du RACI dont le A ou le R est le dirigeant, rapportées à toutes les lignes.")),
            null,
            "as it stands",
            KpiUnit.Percent,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Ratio),
        new(
            KpiIds.WithoutDeputy,
            new("Critical roles without a deputy", "Rôles critiques sans binôme"),
            new(
                "People who are A or R of a RACI row and have no deputy.",
                Typography.French("Personnes A ou R d'une ligne du RACI qui n'ont pas de binôme.")),
            null,
            "as it stands",
            KpiUnit.Count,
            KpiDirection.Lower,
            Grain.Week,
            KpiNature.Stock),
    ];
}
