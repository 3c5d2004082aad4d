using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Milestones;

/// <summary>
/// Looks at the plan of an engagement: freezes the baseline when its day has come, evaluates, and records what was found today, so that
/// later looks agree with this one. A look from another day records nothing.
/// </summary>
/// <param name="state">What was marked and found before.</param>
/// <param name="time">Dates what is recorded.</param>
/// <param name="keeps">Whether anything is frozen and recorded.</param>
public sealed class MilestoneReview(IStateStore state, TimeProvider time, bool keeps = true)
{
    private const int FreezeDay = 10;
    private const int ShownDrifts = 8;
    private readonly MilestoneStore store = new(state, time);
    private readonly BaselineStore baselines = new(state);

    /// <summary>Runs a review.</summary>
    /// <param name="inputs">What there is to judge by, on <see cref="MilestoneInputs.At"/>.</param>
    /// <param name="today">Today in the engagement's time zone.</param>
    /// <param name="cancellationToken">Stops before the next step.</param>
    public async Task<MilestoneReport> RunAsync(MilestoneInputs inputs, LocalDate today, CancellationToken cancellationToken = default)
    {
        var engagement = inputs.Engagement;
        var history = await store.LoadAsync(engagement.Id, cancellationToken);
        var frozen = await baselines.LoadAsync(engagement.Id, cancellationToken);
        var computed = NeedsBaseline(inputs) ? Baseline.Compute(engagement, inputs.Kpis!) : Baseline.Empty;
        var warnings = Drift(engagement, frozen, computed);
        if (keeps && inputs.At == today && today >= engagement.Start.PlusDays(FreezeDay))
            frozen = await baselines.FreezeAsync(engagement.Id, computed, today, cancellationToken);

        var report = MilestoneEvaluator.Evaluate(inputs, history, Baseline.Merge(frozen, computed));
        if (keeps && inputs.At == today)
            await RecordAsync(inputs, report, history, cancellationToken);
        return report with { Warnings = [.. report.Warnings, .. warnings] };
    }

    // The KPIs that the engagement follows come first; of many others the number will do.
    private static List<LocalizedText> Drift(Engagement engagement, Baseline frozen, Baseline computed)
    {
        if (computed.Figures.Count == 0)
            return [];
        var changed = frozen.Figures
            .Where(figure => computed.Find(figure.Kpi)?.Value != figure.Value)
            .OrderBy(figure => engagement.Kpis.Followed.Contains(figure.Kpi, StringComparer.OrdinalIgnoreCase) ? 0 : 1)
            .ThenBy(figure => figure.Kpi, StringComparer.Ordinal)
            .ToList();
        var wording = new Wording(engagement);
        var warnings = changed.Take(ShownDrifts).Select(figure => wording.Drift(figure, computed.Find(figure.Kpi))).ToList();
        if (changed.Count > ShownDrifts)
            warnings.Add(Wording.MoreDrifts(changed.Count - ShownDrifts));
        return warnings;
    }

    // Before its day it matters only where a criterion looks at it.
    private static bool NeedsBaseline(MilestoneInputs inputs) => inputs.Kpis is not null
        && (inputs.At >= inputs.Engagement.Start.PlusDays(FreezeDay)
            || MilestonePlan.For(inputs.Engagement).Any(milestone => milestone.Criteria.Any(criterion => criterion.Setting is { Kind: "kpi", Test: "improved" })));

    private async Task RecordAsync(MilestoneInputs inputs, MilestoneReport report, MilestoneHistory history, CancellationToken cancellationToken)
    {
        var plan = MilestonePlan.For(inputs.Engagement).ToDictionary(milestone => milestone.Id, StringComparer.OrdinalIgnoreCase);
        foreach (var milestone in report.Milestones)
        {
            if (history.DoneAt(plan[milestone.Id], inputs.At) is not null)
                continue;
            foreach (var criterion in milestone.Criteria)
            {
                var known = history.CriterionAt(criterion.Id, milestone.Id, inputs.At);
                if (known.Done is null && criterion.Met != known.Met is not null)
                    await store.RecordAsync(inputs.Engagement.Id, criterion.Id, criterion.Met ? MarkKind.Met : MarkKind.Unmet, inputs.At, cancellationToken);
            }

            if (milestone.DoneOn is { } day)
                await store.RecordAsync(inputs.Engagement.Id, milestone.Id, MarkKind.Achieved, day, cancellationToken);
        }
    }
}
