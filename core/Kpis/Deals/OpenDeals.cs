using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Deals;

/// <summary>
/// What was open at the end of a day: created on or before it and not closed by then. Where a later export overwrote the amount or
/// probability of a deal that was open, the day's figure cannot be known from the facts any more.
/// </summary>
internal sealed class OpenDeals(DaySpan range, CurrencyTable currencies, PeriodPlan plan)
{
    private readonly DayMoney amounts = new(range, currencies);
    private readonly DayMoney weighted = new(range, currencies);
    private readonly DayMoney expected = new(range, currencies);
    private readonly DayCounts overwritten = new(range);
    private readonly TopRecords top = new();
    private readonly TopRecords came = new();
    private readonly TopRecords went = new();
    private int expectedSince = int.MinValue;

    /// <summary>Takes in a deal.</summary>
    public void Add(in DealView deal)
    {
        AddExpected(deal);
        var from = deal.OpenFrom;
        var until = deal.OpenUntil;
        if (until <= from || until <= range.From || from > range.To)
            return;
        if (deal.Record.ValuesSince > range.From)
            overwritten.AddSpell(from, Math.Min(until, deal.Record.ValuesSince));
        if (!deal.HasAmount)
        {
            amounts.AddBlankSpell(from, until);
            return;
        }

        amounts.AddSpell(from, until, deal.Currency, deal.Amount);
        Weigh(deal, from, until);
        if (deal.Record.FindNumber(DealFields.Probability) is { } probability)
            weighted.AddSpell(from, until, deal.Currency, deal.Amount * probability);
        else
            weighted.AddBlankSpell(from, until);
    }

    /// <summary>The amounts open at the end of the period.</summary>
    public Figure Pipeline(DaySpan period)
    {
        if (overwritten.LevelAt(period.To) > 0)
            return Figure.Unknowable;
        var sum = amounts.LevelAt(period.To);
        var figure = sum.ToFigure().Warned(DealWarnings.WithoutAmount(sum.Blanks));
        return period == plan.Asked ? figure with { Contributions = top.ToList(), Gained = came.ToList(), Lost = went.ToList() } : figure;
    }

    /// <summary>The amounts open at the end of the period times their probabilities.</summary>
    public Figure Weighted(DaySpan period)
    {
        if (overwritten.LevelAt(period.To) > 0)
            return Figure.Unknowable;
        var sum = weighted.LevelAt(period.To);
        return sum.ToFigure(0.01m).Warned(DealWarnings.WithoutProbability(sum.Blanks));
    }

    /// <summary>The pipeline expected to close in the period, over what is still to be won in it to reach the target.</summary>
    public Figure Coverage(DaySpan period, decimal? stillToWin)
    {
        if (stillToWin is not > 0m)
            return Figure.None;
        if (expectedSince > period.To)
            return Figure.Unknowable;
        return expected.Sum(period).Single is { } amount ? Figure.Ratio(amount, stillToWin.Value) : Figure.None;
    }

    // A deal has one amount on all its days: what moves the total is that it came or went.
    private void Weigh(in DealView deal, int from, int until)
    {
        var now = from <= plan.Asked.To && until > plan.Asked.To;
        var before = from <= plan.Previous.To && until > plan.Previous.To;
        if (now)
            top.Weigh(deal);
        if (now != before)
            (now ? came : went).Weigh(deal);
    }

    private void AddExpected(in DealView deal)
    {
        if (deal.Status != DealStatus.Open || deal.Closed == DealView.Unknown)
            return;
        expectedSince = Math.Max(expectedSince, deal.Record.ValuesSince);
        if (deal.HasAmount)
            expected.Add(deal.Closed, deal.Currency, deal.Amount);
        else
            expected.AddBlank(deal.Closed);
    }
}
