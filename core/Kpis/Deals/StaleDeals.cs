using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Deals;

/// <summary>
/// Open deals without activity for some days at the end of a day; where none was ever recorded, the creation stands for it.
/// Only the last activity is kept, so a deal whose last activity came after the day asked for may or may not have been stale then:
/// such a day is known from a snapshot only.
/// </summary>
internal sealed class StaleDeals(DaySpan range, int afterDays)
{
    private readonly DayCounts stale = new(range);
    private readonly DayCounts unknown = new(range);
    private bool anyActivity;

    /// <summary>Takes in a deal.</summary>
    public void Add(in DealView deal)
    {
        var last = DealView.Unknown;
        if (deal.Record.Has(DealFields.LastActivity))
        {
            anyActivity = true;
            last = deal.Record.GetDayNumber(DealFields.LastActivity);
        }

        var from = deal.OpenFrom;
        var until = deal.OpenUntil;
        if (until <= from)
            return;
        // A young deal is not stale whatever was recorded later.
        var old = from == DealView.Unknown ? DealView.Unknown : from + afterDays;
        var known = Math.Max(last, Math.Min(deal.Record.ValuesSince, until));
        unknown.AddSpell(old, Math.Min(known, until));
        stale.AddSpell(Math.Max(Math.Max(old, known), last == DealView.Unknown ? old : last + afterDays), until);
    }

    /// <summary>How many at the end of the period; nothing where the export holds no activity at all.</summary>
    public Figure Count(DaySpan period)
    {
        if (!anyActivity)
            return Figure.None;
        return unknown.LevelAt(period.To) > 0 ? Figure.Unknowable : Figure.Of(stale.LevelAt(period.To));
    }
}
