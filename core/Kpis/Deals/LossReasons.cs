using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Deals;

/// <summary>Why deals were lost in the period asked for; other periods have the number only.</summary>
internal sealed class LossReasons(PeriodPlan plan, CurrencyTable currencies, Language language)
{
    private readonly Tally reasons = new(currencies);

    /// <summary>Takes in a deal.</summary>
    public void Add(in DealView deal)
    {
        if (deal.Status != DealStatus.Lost || deal.Closed == DealView.Unknown || !plan.Asked.Holds(deal.Closed))
            return;
        var reason = deal.Record.GetUtf8(DealFields.LossReason);
        if (deal.HasAmount)
            reasons.Add(reason, deal.Amount, deal.Currency);
        else
            reasons.Add(reason);
    }

    /// <summary>The table of a period.</summary>
    public Figure Table(DaySpan period, Figure lost) => period == plan.Asked
        ? lost with { Rows = reasons.ToRows(language == Language.French ? "Sans raison" : "No reason given"), Currency = reasons.Currency }
        : lost;
}
