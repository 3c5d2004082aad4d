using OpsAutomation.Documents.Framing;
using OpsAutomation.Kpis;

namespace OpsAutomation.Core.Tests.Documents.Framing;

/// <summary>The rules of the levers, read a second time as plain loops; written without a look at the product's own.</summary>
internal static class LeverOracle
{
    public static List<(LeverKind Kind, string Id, decimal Weight)> Find(List<KpiResult> kpis)
    {
        var found = new List<(LeverKind Kind, string Id, decimal Weight)>();
        Add(found, kpis, LeverKind.Worst, MissedShare);
        Add(found, kpis, LeverKind.Decline, LostShare);
        if (!Add(found, kpis, LeverKind.Money, kpi => Money(kpi, Missed(kpi))))
            Add(found, kpis, LeverKind.Money, kpi => Money(kpi, Lost(kpi) is { } lost && lost.By > 0 ? lost.By : null));
        return found;
    }

    private static bool Add(List<(LeverKind Kind, string Id, decimal Weight)> found, List<KpiResult> kpis, LeverKind kind, Func<KpiResult, decimal?> weigh)
    {
        string? best = null;
        var most = decimal.MinValue;
        foreach (var kpi in kpis)
        {
            if (found.Any(other => other.Id == kpi.Id) || weigh(kpi) is not { } weight)
                continue;
            if (weight > most || (weight == most && string.CompareOrdinal(kpi.Id, best) < 0))
                (best, most) = (kpi.Id, weight);
        }

        if (best is not null)
            found.Add((kind, best, most));
        return best is not null;
    }

    private static decimal? Missed(KpiResult kpi)
    {
        if (kpi.Status != KpiStatus.AtRisk && kpi.Status != KpiStatus.OffTarget)
            return null;
        return kpi.Value is { } value && kpi.Target is { } target ? Math.Abs(value - target) : null;
    }

    private static decimal? MissedShare(KpiResult kpi)
    {
        if (Missed(kpi) is not { } missed)
            return null;
        return kpi.Target == 0 ? 1 : missed / Math.Abs(kpi.Target!.Value);
    }

    private static (decimal By, decimal From)? Lost(KpiResult kpi)
    {
        if (kpi.Value is null || kpi.Direction == KpiDirection.Within)
            return null;
        decimal from, now;
        if (kpi.Series.Count == 6)
        {
            from = (kpi.Series[0].Value!.Value + kpi.Series[1].Value!.Value + kpi.Series[2].Value!.Value) / 3;
            now = (kpi.Series[3].Value!.Value + kpi.Series[4].Value!.Value + kpi.Series[5].Value!.Value) / 3;
        }
        else if (kpi.Previous is { } previous)
        {
            (from, now) = (previous, kpi.Value.Value);
        }
        else
        {
            return null;
        }

        return (kpi.Direction == KpiDirection.Lower ? now - from : from - now, from);
    }

    private static decimal? LostShare(KpiResult kpi)
    {
        if (Lost(kpi) is not { } lost || (lost.From == 0 && kpi.Unit != KpiUnit.Points))
            return null;
        var share = kpi.Unit == KpiUnit.Points ? lost.By / 100 : lost.By / Math.Abs(lost.From);
        return share >= 0.05m ? share : null;
    }

    private static decimal? Money(KpiResult kpi, decimal? amount) => kpi.Unit != KpiUnit.Money ? null : amount * (kpi.Nature == KpiNature.Stock ? 1 : kpi.Grain == Grain.Week ? 13 : 3);
}
