using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>Which KPIs a reader is told of, and in which order.</summary>
internal static class DigestKpis
{
    /// <summary>
    /// The reader's KPIs, those off target first: the ones the reader names, else those the engagement follows, else those with a
    /// target and then those with data. Within a status the named order stays.
    /// </summary>
    public static IReadOnlyList<KpiView> Of(DigestReader reader)
    {
        var context = reader.Context;
        var named = context.Recipient.Kpis.Count > 0 ? context.Recipient.Kpis : context.Engagement.Kpis.Followed;
        var byId = new Dictionary<string, KpiResult>(StringComparer.Ordinal);
        foreach (var kpi in context.Kpis)
            byId.TryAdd(kpi.Id, kpi);
        var chosen = named.Count > 0
            ? named.Distinct(StringComparer.Ordinal).Where(byId.ContainsKey).Select(id => byId[id])
            : Unnamed(context.Kpis);
        return [.. chosen.Select(kpi => new KpiView(kpi, reader)).OrderBy(view => view.StatusRank)];
    }

    private static IEnumerable<KpiResult> Unnamed(IReadOnlyList<KpiResult> kpis)
    {
        var withTarget = kpis.Where(kpi => kpi.Target is not null).ToList();
        var rest = kpis.Where(kpi => kpi is { Target: null, Rows: null } && (kpi.Value is not null || kpi.ByCurrency is { Count: > 0 }));
        return withTarget.Concat(rest.Take(Math.Max(0, DigestLimits.Figures - withTarget.Count)));
    }
}
