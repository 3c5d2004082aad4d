using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Sales;

/// <summary>
/// What was due on or before the end of a day and unpaid then, tax included where the export gives it. A line paid later was unpaid by its whole amount; one that is unpaid
/// still, by what is due. A line that is paid on an unknown day does not count. Where a later export overwrote the amount of a line that was overdue, or a part of it was paid
/// on a day that nobody knows, the day's figure cannot be known from the facts any more.
/// </summary>
internal sealed class OverdueSales(DaySpan range, CurrencyTable currencies, PeriodPlan plan)
{
    private readonly DayMoney overdue = new(range, currencies);
    private readonly DayCounts overwritten = new(range);
    private readonly OpenInvoices asked = new(plan.Asked.To);
    private readonly OpenInvoices before = new(plan.Previous.To);
    private bool anyPayment;

    /// <summary>Takes in a line.</summary>
    public void Add(FactRecord line, int currency)
    {
        anyPayment |= line.Has(SaleFields.Status) || line.Has(SaleFields.Paid) || line.Has(SaleFields.AmountDue);
        if (line.FindTime(SaleFields.Due) is not { } due)
            return;
        var paid = line.FindTime(SaleFields.Paid);
        if (paid is null && line.GetUtf8(SaleFields.Status).SequenceEqual("paid"u8))
            return;
        var from = DaySpan.DayOf(due.Date);
        if (line.FindTime(SaleFields.Date) is { } date)
            from = Math.Max(from, DaySpan.DayOf(date.Date));
        var until = paid is { } day ? DaySpan.DayOf(day.Date) : int.MaxValue;
        var total = line.FindNumber(SaleFields.AmountWithTax) ?? line.FindNumber(SaleFields.Amount);
        var amount = paid is null ? line.FindNumber(SaleFields.AmountDue) ?? total : total;
        if (line.ValuesSince > range.From && until > from)
            overwritten.AddSpell(from, Math.Min(until, line.ValuesSince));
        if (amount is not { } open)
        {
            overdue.AddBlankSpell(from, until);
            return;
        }

        if (open == 0m)
            return;
        overdue.AddSpell(from, until, currency, open);
        asked.Add(line, from, until, currency, open);
        before.Add(line, from, until, currency, open);
    }

    /// <summary>The amount overdue at the end of the period; nothing where the export never says what was paid.</summary>
    public Figure Find(DaySpan period)
    {
        if (!anyPayment)
            return Figure.None;
        if (overwritten.LevelAt(period.To) > 0)
            return Figure.Unknowable;
        var figure = overdue.LevelAt(period.To).ToFigure();
        return period == plan.Asked ? figure with { Rows = asked.ToRows(), Contributions = asked.ToContributions(), Gained = asked.Beyond(before), Lost = before.Beyond(asked) }
            : period == plan.Previous ? figure with { Contributions = before.ToContributions() }
            : figure;
    }
}
