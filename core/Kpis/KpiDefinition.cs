using OpsAutomation.Facts;

namespace OpsAutomation.Kpis;

/// <summary>What a KPI of the catalogue is.</summary>
/// <param name="Id">The id: a contract.</param>
/// <param name="Label">The name to show.</param>
/// <param name="Meaning">What it measures, in a sentence.</param>
/// <param name="Fact">The facts that it is over; null where it is over documents, milestones or the RACI matrix.</param>
/// <param name="DateField">The date field by which a record belongs to a period, or what stands for it.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Grain">The grain unless the engagement sets another.</param>
/// <param name="Nature">The nature.</param>
public sealed record KpiDefinition(
    string Id,
    LocalizedText Label,
    LocalizedText Meaning,
    FactType? Fact,
    string DateField,
    KpiUnit Unit,
    KpiDirection Direction,
    Grain Grain,
    KpiNature Nature);
