using OpsAutomation.Kpis;

namespace OpsAutomation.Milestones;

/// <summary>One line of the impact review.</summary>
/// <param name="Before">The baseline; it has a value.</param>
/// <param name="Now">The figure now, in the same unit.</param>
/// <param name="Period">The period of the figure now.</param>
/// <param name="Direction">Which way is better.</param>
public sealed record ImpactLine(BaselineFigure Before, decimal Now, KpiPeriod Period, KpiDirection Direction)
{
    /// <summary>The change, in the KPI's unit (points for percentages).</summary>
    public decimal Change => Now - Before.Value!.Value;

    /// <summary>Whether the change is for the better; null where the KPI is to stay within a range, or did not move.</summary>
    public bool? Better => Direction == KpiDirection.Within || Change == 0m ? null : Change > 0m == (Direction == KpiDirection.Higher);
}
