using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Measures;

/// <summary>What a pass over facts has to know of the question.</summary>
internal sealed class PassContext(
    Engagement engagement,
    LocalDate at,
    DaySpan range,
    IReadOnlyDictionary<string, PeriodPlan> plans,
    Func<FactType, Coverage> coverage,
    TargetBook targets,
    WorkingDays workingDays,
    IReadOnlyList<ImportSource> imports,
    ReadingBook readings)
{
    /// <summary>The engagement.</summary>
    public Engagement Engagement => engagement;

    /// <summary>The day from which figures are looked at.</summary>
    public LocalDate At => at;

    /// <summary>The days of all periods of all KPIs.</summary>
    public DaySpan Range => range;

    /// <summary>The targets.</summary>
    public TargetBook Targets => targets;

    /// <summary>The client's working days.</summary>
    public WorkingDays WorkingDays => workingDays;

    /// <summary>The ledger of imports.</summary>
    public IReadOnlyList<ImportSource> Imports => imports;

    /// <summary>What people entered.</summary>
    public ReadingBook Readings => readings;

    /// <summary>The periods of a KPI.</summary>
    public PeriodPlan PlanOf(string kpi) => plans[kpi];

    /// <summary>The days that imports of a fact type cover.</summary>
    public Coverage CoverageOf(FactType type) => coverage(type);

    /// <summary>The day that a record without a date is of: the one on which its import was taken; null where the import is not known.</summary>
    public int? TakenOf(FactRecord record) =>
        imports.FirstOrDefault(import => import.Number == record.Source) is { } import ? DaySpan.DayOf(import.Taken) : null;
}
