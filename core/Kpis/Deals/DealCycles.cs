using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Deals;

/// <summary>
/// How long won deals took, by close date. Local date-time in fractional days where both times are known, else whole days between
/// the dates. Negative durations are kept and warned of.
/// </summary>
internal sealed class DealCycles(DaySpan range)
{
    private const long MillisecondsOfDay = 86_400_000L;
    private readonly DayDurations durations = new(range);

    /// <summary>Takes in a deal.</summary>
    public void Add(in DealView deal)
    {
        if (deal.Status != DealStatus.Won || deal.Created == DealView.Unknown || deal.Closed == DealView.Unknown)
            return;
        var length = (deal.Closed - deal.Created) * MillisecondsOfDay;
        if (deal is { CreatedMillisecond: >= 0, ClosedMillisecond: >= 0 })
            length += deal.ClosedMillisecond - deal.CreatedMillisecond;
        durations.Add(deal.Closed, length);
    }

    /// <summary>The mean, in days.</summary>
    public Figure Mean(DaySpan period) =>
        Figure.Of(durations.Mean(period, DayDurations.Day)).Warned(DealWarnings.Negative(durations.Negative(period)));

    /// <summary>The median, in days.</summary>
    public Figure Median(DaySpan period) =>
        Figure.Of(durations.Percentile(period, 0.5m, DayDurations.Day)).Warned(DealWarnings.Negative(durations.Negative(period)));
}
