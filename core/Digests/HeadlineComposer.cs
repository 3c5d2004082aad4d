using OpsAutomation.Kpis;

namespace OpsAutomation.Digests;

/// <summary>The first sentence: the best and the worst fact with their figures, under 30 words.</summary>
internal static class HeadlineComposer
{
    private const int WordLimit = 30;

    /// <summary>The sentence, and the KPIs that it names.</summary>
    public static (string Sentence, IReadOnlyList<KpiView> Used) Compose(IReadOnlyList<KpiView> kpis, DigestReader reader)
    {
        // Old figures lead only where there are no others.
        var known = kpis.Where(view => view.Kpi.Value is not null).OrderBy(view => view.TooFewAnswers).ThenBy(view => view.IsStale).ToList();
        var judged = known.Where(view => !view.TooFewAnswers).ToList();
        var best = Best(judged);
        var bad = Bad(judged);
        if (best is not null && bad.Count > 0)
            return Fit(reader, [best, bad[0]], reader.Say(", but ", ", mais "));
        if (bad.Count > 0)
            return Fit(reader, [.. bad.Take(2)], reader.Say(" and ", " et "));
        if (best is not null)
            return Good(best, known, reader);
        return known.Count > 0
            ? Fit(reader, [.. known.Take(2)], reader.Say(" and ", " et "))
            : (SplitByCurrency(kpis, reader), [.. kpis.Where(view => view.HasData).Take(1)]);
    }

    private static KpiView? Best(List<KpiView> known) => known
        .Where(view => view.Kpi.Status == KpiStatus.OnTarget || (view.Kpi.Status == KpiStatus.NoTarget && view.Improving))
        .OrderBy(view => view.IsStale)
        .ThenBy(view => view.Kpi.Status == KpiStatus.NoTarget)
        .ThenByDescending(view => view.Improving)
        .ThenBy(view => view.Worsening)
        .ThenByDescending(view => view.Relative)
        .ThenBy(view => view.MissShare)
        .FirstOrDefault();

    private static List<KpiView> Bad(List<KpiView> known) =>
    [
        .. known
            .Where(view => view.Kpi.Status is KpiStatus.OffTarget or KpiStatus.AtRisk || (view.Kpi.Status == KpiStatus.NoTarget && view.Worsening))
            .OrderBy(view => view.IsStale)
            .ThenBy(view => view.StatusRank)
            .ThenByDescending(view => view.Kpi.Status == KpiStatus.NoTarget ? view.Relative : view.MissShare)
            .ThenByDescending(view => view.Worsening),
    ];

    private static (string, IReadOnlyList<KpiView>) Good(KpiView best, List<KpiView> known, DigestReader reader)
    {
        var allMet = known.All(view => view.Kpi.Status == KpiStatus.OnTarget) && known.Count > 1;
        var end = allMet ? reader.Say("; every KPI shown is on target", "\u00a0; tous les indicateurs suivis sont dans la cible") : "";
        return (DigestReader.Capital(Clause(best, reader, lead: true, detail: true)) + end + ".", [best]);
    }

    private static (string, IReadOnlyList<KpiView>) Fit(DigestReader reader, IReadOnlyList<KpiView> views, string join)
    {
        foreach (var (first, second) in new[] { (true, true), (false, true), (false, false) })
        {
            var clauses = views.Select((view, i) => Clause(view, reader, lead: i == 0, detail: i == 0 ? first : second));
            var sentence = DigestReader.Capital(string.Join(join, clauses)) + ".";
            if (CleanText.CountWords(sentence) < WordLimit)
                return (sentence, views);
        }

        return (DigestReader.Capital(Clause(views[^1], reader, lead: false, detail: false)) + ".", [views[^1]]);
    }

    private static string Clause(KpiView view, DigestReader reader, bool lead, bool detail)
    {
        var text = $"{view.Noun} {Verb(view, reader, lead)} {view.Format(view.Kpi.Value!.Value)}";
        List<string> details = [];
        if (detail && view.TargetWords.Length > 0)
            details.Add(view.TargetWords);
        else if (detail && view is { Change: not null, IsUnchanged: false })
            details.Add(view.ChangeText);
        if (view is { IsStale: true, DataOf: { } day })
            details.Add(reader.Say($"data of {reader.Locale.DayMonth(day)}", $"données au {reader.Locale.DayMonth(day)}"));
        return details.Count == 0 ? text : $"{text} ({string.Join(", ", details)})";
    }

    private static string Verb(KpiView view, DigestReader reader, bool lead) => view switch
    {
        { Change: null } => reader.Say("was", "est à"),
        { IsUnchanged: true } => reader.Say("stayed at", "reste à"),
        { Kpi.Status: KpiStatus.OnTarget, Kpi.Direction: KpiDirection.Higher, Change: > 0 } when lead => reader.Say("reached", "atteint"),
        { Change: > 0 } => reader.Say("rose to", "monte à"),
        _ => reader.Say("fell to", "baisse à"),
    };

    private static string SplitByCurrency(IReadOnlyList<KpiView> kpis, DigestReader reader)
    {
        var view = kpis.FirstOrDefault(candidate => candidate.HasData);
        return view is null ? "" : $"{view.Label}{reader.Colon}{view.Value}.";
    }
}
