using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Custom;

/// <summary>A KPI of the engagement's own: one measure, or the ratio of two, times 100 where it is in percent.</summary>
internal sealed class CustomFigures(KpiUnit unit, MeasurePass measure, MeasurePass? over) : IFigures
{
    /// <inheritdoc/>
    public bool Covers(KpiDefinition definition, DaySpan period) =>
        measure.Covers(definition, period) && over?.Covers(definition, period) != false;

    /// <inheritdoc/>
    public Figure Find(string kpi, DaySpan period)
    {
        var part = measure.Find(kpi, period);
        if (over is null)
            return part;
        return part.Value is { } value && over.Find(kpi, period).Value is { } whole
            ? Figure.Ratio(value, whole, unit == KpiUnit.Percent ? 100m : 1m) with { Currency = part.Currency }
            : Figure.None;
    }
}
