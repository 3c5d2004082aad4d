using OpsAutomation.Facts;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Measures;

/// <summary>Takes in every fact of a type that counts, once, and then tells the figures of any period of the question.</summary>
internal abstract class FactPass(FactType type, PassContext context) : IFigures
{
    /// <summary>The question.</summary>
    protected PassContext Context => context;

    /// <summary>The facts that it is over.</summary>
    public FactType Type => type;

    /// <summary>Takes in the record under the cursor.</summary>
    public abstract void Add(FactRecord record);

    /// <summary>Called once after the last record.</summary>
    public virtual void Finish()
    {
    }

    /// <inheritdoc/>
    public abstract Figure Find(string kpi, DaySpan period);

    /// <summary>Whether imports cover the period.</summary>
    public virtual bool Covers(KpiDefinition definition, DaySpan period)
    {
        var coverage = context.CoverageOf(type);
        return definition.Nature == KpiNature.Stock ? coverage.HoldsStock(period) : coverage.Holds(period);
    }
}
