using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Deals;

/// <summary>What was created, won and lost, day by day.</summary>
internal sealed class DealOutcomes(DaySpan range, CurrencyTable currencies, PeriodPlan plan)
{
    private readonly DayMoney won = new(range, currencies);
    private readonly DayCounts wonCount = new(range);
    private readonly DayCounts lostCount = new(range);
    private readonly DayCounts createdCount = new(range);
    private readonly TopRecords top = new();
    private readonly TopRecords topBefore = new();

    /// <summary>Takes in a deal.</summary>
    public void Add(in DealView deal)
    {
        if (deal.Created != DealView.Unknown)
            createdCount.Add(deal.Created);
        if (deal.Closed == DealView.Unknown)
            return;
        if (deal.Status == DealStatus.Lost)
            lostCount.Add(deal.Closed);
        if (deal.Status != DealStatus.Won)
            return;
        wonCount.Add(deal.Closed);
        if (!deal.HasAmount)
        {
            won.AddBlank(deal.Closed);
            return;
        }

        won.Add(deal.Closed, deal.Currency, deal.Amount);
        if (plan.Asked.Holds(deal.Closed))
            top.Weigh(deal);
        else if (plan.Previous.Holds(deal.Closed))
            topBefore.Weigh(deal);
    }

    /// <summary>How many were created.</summary>
    public Figure Created(DaySpan period) => Figure.Of(createdCount.Sum(period));

    /// <summary>How many were won.</summary>
    public Figure Won(DaySpan period) => Figure.Of(wonCount.Sum(period));

    /// <summary>How many were lost.</summary>
    public Figure Lost(DaySpan period) => Figure.Of(lostCount.Sum(period));

    /// <summary>Won over won and lost, percent.</summary>
    public Figure WinRate(DaySpan period)
    {
        var wins = wonCount.Sum(period);
        return Figure.Ratio(wins, wins + lostCount.Sum(period), 100m);
    }

    /// <summary>The amounts won.</summary>
    public Figure WonAmount(DaySpan period)
    {
        var sum = won.Sum(period);
        return sum.ToFigure().Warned(DealWarnings.WithoutAmount(sum.Blanks)) with
        {
            Contributions = period == plan.Asked ? top.ToList() : period == plan.Previous ? topBefore.ToList() : [],
        };
    }

    /// <summary>The mean amount of those won that have one.</summary>
    public Figure AverageWon(DaySpan period)
    {
        var sum = won.Sum(period);
        return sum.ToMean().Warned(DealWarnings.WithoutAmount(sum.Blanks));
    }

    /// <summary>The amount won, where there is one currency.</summary>
    public decimal? WonTotal(DaySpan period) => won.Sum(period).Single;
}
