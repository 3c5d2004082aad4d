using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Measures;

/// <summary>Tells the figures of KPIs for periods.</summary>
internal interface IFigures
{
    /// <summary>Whether a figure of the period, zero included, is known at all.</summary>
    bool Covers(KpiDefinition definition, DaySpan period);

    /// <summary>The figure of a KPI for a period that is covered.</summary>
    Figure Find(string kpi, DaySpan period);
}
