using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis;

/// <summary>Puts a KPI together: its figure, what it is compared with, its target and status, and where it comes from.</summary>
internal sealed class KpiAssembly(
    PassContext context, IReadOnlyDictionary<string, IFigures> figures, KpiHistory history, Func<FactType, int> awaited)
{
    /// <summary>The KPI for its asked period.</summary>
    public KpiResult Assemble(KpiDefinition definition)
    {
        var plan = context.PlanOf(definition.Id);
        var asked = Find(definition, plan.Asked, out var fromSnapshot);
        var currency = definition.Unit == KpiUnit.Money && asked.ByCurrency is null ? asked.Currency ?? context.Engagement.Currency : null;
        var period = new KpiPeriod(plan.Asked.FirstDate, plan.Asked.LastDate, plan.Partial);
        var previous = Find(definition, plan.Previous, out _);
        var target = context.Targets.Find(definition.Id, plan.Shape, period.To);
        var share = target is not null && plan.Partial && definition.Nature == KpiNature.Flow
            ? KpiJudgement.ShareOf(period, context.At, context.WorkingDays)
            : 1m;
        return new()
        {
            Id = definition.Id,
            Label = asked.Label ?? definition.Label,
            Unit = definition.Unit,
            Currency = currency,
            Grain = definition.Grain,
            Nature = definition.Nature,
            Direction = definition.Direction,
            Value = asked.Value,
            Period = period,
            Previous = Comparable(previous),
            YearAgo = plan.YearAgo is { } ago ? Comparable(Find(definition, ago, out _)) : null,
            Target = target?.Value * share,
            TargetUpTo = target?.UpTo * share,
            Status = asked.Value is not { } value ? KpiStatus.NoData
                : target is null || !asked.Judged ? KpiStatus.NoTarget
                : KpiJudgement.Judge(value, target.Value * share, target.UpTo * share, target.ThresholdPercent, definition.Direction),
            Owner = context.Engagement.Kpis.Owners.GetValueOrDefault(definition.Id),
            Series = [.. plan.Series.Select(point => new KpiPoint(point.Label, Comparable(Find(definition, point.Span, out _))))],
            Sources = SourcesOf(asked.Entered ? FactType.Reading : definition.Fact),
            Warnings = asked.Entered ? asked.Warnings : [.. asked.Warnings, .. Awaited(definition.Fact)],
            Rows = asked.Rows,
            ByCurrency = asked.ByCurrency,
            SampleSize = asked.SampleSize,
            Entered = asked.Entered,
            FromSnapshot = fromSnapshot,
            Contributions = asked.ByCurrency is null && !asked.Entered ? asked.Contributions : [],
            PreviousContributions = asked.ByCurrency is null && !previous.Entered ? previous.Contributions : [],
            Gained = asked.ByCurrency is null && !asked.Entered && !previous.Entered ? asked.Gained : [],
            Lost = asked.ByCurrency is null && !asked.Entered && !previous.Entered ? asked.Lost : [],
            EnteredFor = asked.EnteredFor is { } entered ? DaySpan.DateOf(entered) : null,
        };

        // Amounts in another currency than the figure's cannot stand beside it.
        decimal? Comparable(Figure other) =>
            definition.Unit == KpiUnit.Money && other.Currency is { } others && others != currency ? null : other.Value;
    }

    private Figure Find(KpiDefinition definition, DaySpan period, out bool fromSnapshot)
    {
        fromSnapshot = false;
        if (context.Readings.Find(definition, period, context.Engagement.Currency) is { } entered)
            return entered;
        if (!figures.TryGetValue(definition.Id, out var source) || !source.Covers(definition, period))
            return Figure.None;
        var figure = source.Find(definition.Id, period);
        if (!figure.Overwritten || history.Find(definition.Id, period.LastDate) is not { } kept)
            return figure;
        fromSnapshot = true;
        return new() { Value = kept.Value, Currency = kept.Currency.Length == 0 ? null : kept.Currency };
    }

    private IEnumerable<LocalizedText> Awaited(FactType? fact)
    {
        if (fact is not { } type || awaited(type) is not (> 0 and var count))
            yield break;
        yield return count == 1
            ? new(
                "1 record changed, as an event says, in a way that only the next export can tell.",
                "1 fiche a changé, d'après un événement, d'une façon que seul le prochain export dira.")
            : new(
                $"{count} records changed, as events say, in a way that only the next export can tell.",
                $"{count} fiches ont changé, d'après des événements, d'une façon que seul le prochain export dira.");
    }

    private List<KpiSource> SourcesOf(FactType? fact) =>
    [
        .. from import in context.Imports
           let counts = import.Facts.Where(count => count.Type == fact && count.Accepted > 0).ToList()
           where counts.Count > 0
           select new KpiSource(
               import.File, counts.Sum(count => count.Read), counts.Sum(count => count.Rejected), import.ImportedAt, import.Profile, import.Taken),
    ];
}
