using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Framing;

/// <summary>
/// Finds the three levers of a diagnostic: the KPI that misses its target by the largest share, the one that got worse by the largest share, and the
/// one that is worth the most money over a quarter. No KPI is two of them: each kind takes the greatest of those that are left, in this order.
/// </summary>
public static class Levers
{
    /// <summary>The smallest decline that counts as one: below it figures move by themselves.</summary>
    public const decimal LeastDecline = 0.05m;

    private const int Half = 3;
    private const int WeeksInQuarter = 13;
    private const int MonthsInQuarter = 3;

    /// <summary>The levers that the figures hold, at most three, in the order of their kinds; equal ones by the id of their KPI.</summary>
    /// <param name="kpis">The figures to look at.</param>
    /// <param name="currency">The currency in which amounts are compared; others are left out of the money lever.</param>
    public static IReadOnlyList<Lever> Find(IReadOnlyList<KpiResult> kpis, string currency)
    {
        var found = new List<Lever>();
        void Take(IEnumerable<Lever?> candidates)
        {
            var ranked = candidates.OfType<Lever>().OrderByDescending(lever => lever.Weight).ThenBy(lever => lever.Kpi.Id, StringComparer.Ordinal).ToList();
            if (ranked.Find(lever => found.TrueForAll(other => other.Kpi.Id != lever.Kpi.Id)) is { } best)
                found.Add(best with { AmongOthers = best.Weight < ranked[0].Weight });
        }

        Take(kpis.Select(Worst));
        Take(kpis.Select(Decline));
        var before = found.Count;
        Take(kpis.Select(kpi => MissedMoney(kpi, currency)));
        // Where every amount meets its target, the one that lost most against before.
        if (found.Count == before)
            Take(kpis.Select(kpi => LostMoney(kpi, currency)));
        return found;
    }

    private static Lever? Worst(KpiResult kpi) => Bound(kpi) is not { } bound ? null : new Lever
    {
        Kind = LeverKind.Worst,
        Kpi = kpi,
        Now = kpi.Value!.Value,
        Against = bound,
        AgainstTarget = true,
        // Of a target of zero nothing is a share: any miss counts as all of it.
        Weight = bound == 0m ? 1m : Math.Abs(kpi.Value.Value - bound) / Math.Abs(bound),
    };

    private static Lever? Decline(KpiResult kpi)
    {
        if (Moved(kpi) is not { } moved || (moved.Before == 0m && kpi.Unit != KpiUnit.Points))
            return null;
        // Points may be negative or near zero: a hundred of them is the whole.
        var share = Worsening(kpi, moved) / (kpi.Unit == KpiUnit.Points ? 100m : Math.Abs(moved.Before));
        return share < LeastDecline ? null : Compared(kpi, moved, LeverKind.Decline, share, 1);
    }

    private static Lever? MissedMoney(KpiResult kpi, string currency)
    {
        if (!IsMoney(kpi, currency) || Bound(kpi) is not { } bound)
            return null;
        var times = Times(kpi);
        return new Lever
        {
            Kind = LeverKind.Money, Kpi = kpi, Now = kpi.Value!.Value, Against = bound, AgainstTarget = true, Times = times, Weight = Math.Abs(kpi.Value.Value - bound) * times,
        };
    }

    private static Lever? LostMoney(KpiResult kpi, string currency)
    {
        if (!IsMoney(kpi, currency) || Moved(kpi) is not { } moved || Worsening(kpi, moved) <= 0m)
            return null;
        var times = Times(kpi);
        return Compared(kpi, moved, LeverKind.Money, Worsening(kpi, moved) * times, times);
    }

    private static Lever Compared(KpiResult kpi, (decimal Before, decimal Now, int Periods) moved, LeverKind kind, decimal weight, int times) => new()
    {
        Kind = kind, Kpi = kpi, Now = moved.Now, Against = moved.Before, AgainstTarget = false, Periods = moved.Periods, Times = times, Weight = weight,
    };

    /// <summary>The bound of the target that a figure misses, or null where it misses none.</summary>
    private static decimal? Bound(KpiResult kpi) => kpi.Status is not (KpiStatus.AtRisk or KpiStatus.OffTarget) || kpi.Value is not { } value || kpi.Target is not { } target
        ? null
        : kpi.TargetUpTo is { } upTo && value > upTo ? upTo : target;

    // The mean of the last three of six periods against that of the three before; with fewer figures the last period against the one before.
    private static (decimal Before, decimal Now, int Periods)? Moved(KpiResult kpi)
    {
        if (kpi.Direction == KpiDirection.Within || kpi.Value is null)
            return null;
        // A flow of a period under way is not a figure to compare.
        var unfinished = kpi.Period.Partial && kpi.Nature == KpiNature.Flow;
        var points = (unfinished ? kpi.Series.SkipLast(1) : kpi.Series).TakeLast(2 * Half).Select(point => point.Value).OfType<decimal>().ToList();
        if (points.Count == 2 * Half)
            return (points.Take(Half).Sum() / Half, points.Skip(Half).Sum() / Half, Half);
        return !unfinished && kpi.Previous is { } previous ? (previous, kpi.Value.Value, 1) : null;
    }

    private static decimal Worsening(KpiResult kpi, (decimal Before, decimal Now, int Periods) moved) =>
        kpi.Direction == KpiDirection.Higher ? moved.Before - moved.Now : moved.Now - moved.Before;

    private static bool IsMoney(KpiResult kpi, string currency) => kpi.Unit == KpiUnit.Money && kpi.Nature != KpiNature.Ratio
        && (kpi.Currency is null || string.Equals(kpi.Currency, currency, StringComparison.OrdinalIgnoreCase))
        && !(kpi.Period.Partial && kpi.Nature == KpiNature.Flow);

    private static int Times(KpiResult kpi) => (kpi.Nature, kpi.Grain) switch
    {
        (KpiNature.Flow, Grain.Week) => WeeksInQuarter,
        (KpiNature.Flow, Grain.Month) => MonthsInQuarter,
        _ => 1,
    };
}
