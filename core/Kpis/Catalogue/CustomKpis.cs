using OpsAutomation.Engagements;

namespace OpsAutomation.Kpis.Catalogue;

/// <summary>Definitions of an engagement's own KPIs.</summary>
internal static class CustomKpis
{
    /// <summary>
    /// The definition of a KPI of the engagement's own. Sums and counts are flows, everything else a ratio. One that lives on
    /// readings is a flow where it counts things, so that the readings of a period add up, else a stock: the latest reading holds.
    /// </summary>
    public static KpiDefinition Define(CustomKpi kpi) => new(
        kpi.Id, kpi.Label, kpi.Label, kpi.Measure?.Fact, kpi.Measure?.Date.Name ?? "date", kpi.Unit, kpi.Direction, kpi.Grain, NatureOf(kpi));

    private static KpiNature NatureOf(CustomKpi kpi) => kpi switch
    {
        { Measure: null, Unit: KpiUnit.Count } => KpiNature.Flow,
        { Measure: null } => KpiNature.Stock,
        { Over: null, Measure.Aggregate: Aggregate.Sum or Aggregate.Count } => KpiNature.Flow,
        _ => KpiNature.Ratio,
    };
}
