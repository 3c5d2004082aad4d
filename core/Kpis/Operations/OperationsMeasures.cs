using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Operations;

/// <summary>
/// The KPIs over documents, milestones and the RACI matrix. They are known as they stand, so they are told for the period asked for
/// only; of other periods kept figures tell.
/// </summary>
internal sealed class OperationsMeasures(PassContext context, OperationsFigures? figures) : IFigures
{
    /// <inheritdoc/>
    public bool Covers(KpiDefinition definition, DaySpan period) => true;

    /// <inheritdoc/>
    public Figure Find(string kpi, DaySpan period)
    {
        if (period != context.PlanOf(kpi).Asked)
            return new() { Overwritten = true };
        return kpi switch
        {
            KpiIds.SopCoverage when figures?.CriticalSops is { } critical => Figure.Ratio(figures.LiveCriticalSops, critical, 100m),
            KpiIds.SopOverdueReviews => Figure.Of(figures?.OverdueReviews),
            KpiIds.MilestonesOnTime when figures?.MilestonesDue is { } due => Figure.Ratio(figures.MilestonesOnTime, due, 100m),
            KpiIds.CeoDependency => CeoDependency(context.Engagement),
            KpiIds.WithoutDeputy => WithoutDeputy(context.Engagement, context.At),
            _ => Figure.None,
        };
    }

    // The sponsor is the CEO where nobody else is.
    private static Figure CeoDependency(Engagement engagement)
    {
        var ceo = engagement.PersonAs(PersonRole.Ceo) ?? engagement.PersonAs(PersonRole.Sponsor);
        return ceo is null
            ? Figure.None
            : Figure.Ratio(
                engagement.Raci.Count(row => RaciCover.Bearers(row).Any(id => string.Equals(id, ceo.Id, StringComparison.OrdinalIgnoreCase))),
                engagement.Raci.Count,
                100m);
    }

    private static Figure WithoutDeputy(Engagement engagement, LocalDate day) => engagement.Raci.Count == 0
        ? Figure.None
        : Figure.Of(RaciCover.Bearers(engagement).Count(id => !RaciCover.HasDeputy(engagement, id, day)));
}
