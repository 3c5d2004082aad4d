using OpsAutomation.Facts;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Measures;

/// <summary>
/// Takes in every fact of a type once and then tells the figures of any period of the question. The engine asks only for periods
/// that imports cover, and passes only records that count.
/// </summary>
internal abstract class FactPass(FactType type, PassContext context)
{
    /// <summary>The question.</summary>
    protected PassContext Context => context;

    /// <summary>The facts that it is over.</summary>
    public FactType Type => type;

    /// <summary>Takes in the record under the cursor.</summary>
    public abstract void Add(FactRecord record);

    /// <summary>The figure of a KPI for a period.</summary>
    /// <param name="kpi">The KPI's id: one that this pass answers for.</param>
    /// <param name="period">The period.</param>
    public abstract Figure Find(string kpi, DaySpan period);

    /// <summary>Whether imports cover the period, so that a figure of it, zero included, is known.</summary>
    public virtual bool Covers(KpiDefinition definition, DaySpan period)
    {
        var coverage = context.CoverageOf(type);
        return definition.Nature == KpiNature.Stock ? coverage.HoldsStock(period) : coverage.Holds(period);
    }
}
