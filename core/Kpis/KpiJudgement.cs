using OpsAutomation.Engagements;

namespace OpsAutomation.Kpis;

/// <summary>How a figure stands against its target.</summary>
internal static class KpiJudgement
{
    /// <summary>
    /// On target where the target is met; at risk where it is missed by at most the threshold, a share of the target (of the bound
    /// that is missed, for a range); else off target.
    /// </summary>
    public static KpiStatus Judge(decimal value, decimal target, decimal? upTo, decimal thresholdPercent, KpiDirection direction)
    {
        var (low, high) = (direction, upTo) switch
        {
            (_, { } end) => ((decimal?)target, (decimal?)end),
            (KpiDirection.Higher, _) => (target, null),
            (KpiDirection.Lower, _) => (null, target),
            _ => (target, target),
        };
        var (missed, bound) = value < low ? (low.Value - value, low.Value) : value > high ? (value - high.Value, high.Value) : (0m, 0m);
        return missed == 0m ? KpiStatus.OnTarget
            : missed <= Math.Abs(bound) * thresholdPercent / 100m ? KpiStatus.AtRisk
            : KpiStatus.OffTarget;
    }

    /// <summary>The share of a flow's target that a period under way should have reached: its working days so far.</summary>
    public static decimal ShareOf(KpiPeriod period, NodaTime.LocalDate at, WorkingDays workingDays)
    {
        var all = workingDays.Count(period.From, period.To);
        return all == 0 ? 1m : (decimal)workingDays.Count(period.From, NodaTime.LocalDate.Min(at, period.To)) / all;
    }
}
