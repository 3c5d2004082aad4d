using OpsAutomation.Digests;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Documents.Models;

/// <summary>The board note as its template reads it: few lines of few words each, since it is one page whatever happens.</summary>
internal static class BoardLines
{
    private const int MostKpis = 6;
    private const int MostItems = 3;
    private const int Words = 24;
    private const int Letters = 150;

    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var (from, _) = ReviewLines.LastMonth(context.Today);
        var followed = KpiLines.Followed(context);
        // What misses its target leads, then the order that the engagement gives.
        var kpis = KpiLines.OffTarget(context).Where(followed.Contains).Concat(followed).Distinct().Take(MostKpis).ToList();
        var judged = followed.Where(kpi => kpi.Status is KpiStatus.OnTarget or KpiStatus.AtRisk or KpiStatus.OffTarget).ToList();
        return new()
        {
            ["month"] = context.Locale.Month(from),
            ["since"] = from,
            ["kpis"] = kpis.Select(kpi => (object?)KpiLines.Model(context, kpi, people)).ToList(),
            ["more"] = followed.Count > kpis.Count ? followed.Count - kpis.Count : null,
            ["judged"] = judged.Count,
            ["risky"] = judged.Count(kpi => kpi.Status == KpiStatus.AtRisk),
            ["met"] = judged.Count(kpi => kpi.Status == KpiStatus.OnTarget),
            ["off"] = judged.Count(kpi => kpi.Status == KpiStatus.OffTarget),
            ["asked"] = Short(LogLines.Open(context, LogKind.Decision)),
            ["decided"] = Short(LogLines.Taken(context).Where(item => (item.ClosedOn ?? item.Added) >= from)),
            ["risks"] = Short(LogLines.Open(context, LogKind.Risk)),
            ["done"] = (context.Milestones?.Milestones ?? []).Count(milestone => milestone.Status is MilestoneState.Done or MilestoneState.DoneLate),
            ["planned"] = context.Milestones?.Milestones.Count ?? 0,
            ["next"] = (context.Milestones?.Milestones ?? [])
                .Where(milestone => milestone.Status is not (MilestoneState.Done or MilestoneState.DoneLate)).OrderBy(milestone => milestone.Due).Take(MostItems)
                .Select(milestone => (object?)MilestoneLines.Model(context, milestone, people)).ToList(),
        };

        List<object?> Short(IEnumerable<LogItem> items) =>
        [
            .. items.Take(MostItems).Select(item => LogLines.Model(
                context,
                item with { Text = Clip(item.Text)!, Recommendation = Clip(item.Recommendation), Outcome = Clip(item.Outcome) },
                people)),
        ];
    }

    private static string? Clip(string? text) => text is null ? null : CleanText.Clip(text, Words, Letters);
}
