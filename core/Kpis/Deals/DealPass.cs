using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Deals;

/// <summary>The KPIs over deals.</summary>
internal sealed class DealPass : FactPass
{
    private readonly CurrencyTable currencies;
    private readonly DealOutcomes outcomes;
    private readonly DealCycles cycles;
    private readonly OpenDeals open;
    private readonly StaleDeals stale;
    private readonly LossReasons reasons;

    public DealPass(PassContext context)
        : base(FactType.Deal, context)
    {
        currencies = new(context.Engagement.Currency);
        outcomes = new(context.Range, currencies, context.PlanOf(KpiIds.WonAmount));
        cycles = new(context.Range);
        open = new(context.Range, currencies, context.PlanOf(KpiIds.OpenPipeline));
        stale = new(context.Range, context.Engagement.Kpis.StaleAfterDays);
        reasons = new(context.PlanOf(KpiIds.LossReasons), currencies, context.Engagement.Language);
    }

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        var deal = new DealView(record, currencies);
        outcomes.Add(deal);
        cycles.Add(deal);
        open.Add(deal);
        stale.Add(deal);
        reasons.Add(deal);
    }

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period) => kpi switch
    {
        KpiIds.WonAmount => outcomes.WonAmount(period),
        KpiIds.WonCount => outcomes.Won(period),
        KpiIds.LostCount => outcomes.Lost(period),
        KpiIds.WinRate => outcomes.WinRate(period),
        KpiIds.AverageDeal => outcomes.AverageWon(period),
        KpiIds.CycleDays => cycles.Mean(period),
        KpiIds.CycleDaysMedian => cycles.Median(period),
        KpiIds.OpenPipeline => open.Pipeline(period),
        KpiIds.WeightedPipeline => open.Weighted(period),
        KpiIds.CreatedCount => outcomes.Created(period),
        KpiIds.StaleCount => stale.Count(period),
        KpiIds.Coverage => open.Coverage(period, StillToWin(period)),
        KpiIds.LossReasons => reasons.Table(period, outcomes.Lost(period)),
        _ => Figure.None,
    };

    // The target of the amount won, for the grain that the period asked for is of.
    private decimal? StillToWin(DaySpan period) =>
        Context.Targets.Find(KpiIds.WonAmount, Context.PlanOf(KpiIds.Coverage).Shape, period.LastDate) is { } target
            ? target.Value - outcomes.WonTotal(period)
            : null;
}
