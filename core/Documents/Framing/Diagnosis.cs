using NodaTime;
using OpsAutomation.Documents.Models;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Documents.Framing;

/// <summary>What the one-page diagnostic rests on: levers, actions of the coming 90 days, KPIs to watch.</summary>
public sealed record Diagnosis
{
    private const int Days = 90;
    private const int FirstStepDays = 14;
    private const int BacklogDays = 45;
    private const int MostMilestones = 3;
    private const int MostItems = 3;
    private const int Watched = 5;

    /// <summary>The levers, at most three.</summary>
    public required IReadOnlyList<Lever> Levers { get; init; }

    /// <summary>The open item of the backlog that moves a lever's KPI, by the KPI's id.</summary>
    public required IReadOnlyDictionary<string, BacklogItem> Remedies { get; init; }

    /// <summary>The actions by date.</summary>
    public required IReadOnlyList<PlannedAction> Actions { get; init; }

    /// <summary>The ids of the five KPIs to watch: the levers', then what is off target, then the others that are followed.</summary>
    public required IReadOnlyList<string> ToWatch { get; init; }

    /// <summary>Whether no KPI that is looked at has a figure: then there can be no lever, whatever documents and milestones count.</summary>
    public required bool HasNoFigures { get; init; }

    /// <summary>The ids of followed KPIs without a figure.</summary>
    public required IReadOnlyList<string> WithoutFigure { get; init; }

    /// <summary>The ids of followed KPIs that have a figure and no target.</summary>
    public required IReadOnlyList<string> WithoutTarget { get; init; }

    /// <summary>Looks for them in what is known of an engagement.</summary>
    public static Diagnosis Of(DocumentContext context)
    {
        var followed = KpiLines.FollowedIds(context) is { Count: > 0 } ids ? ids : KpiCatalogue.FollowedBy(context.Engagement.Size);
        var looked = context.Kpis.Where(kpi => kpi.Target is not null || followed.Contains(kpi.Id, StringComparer.Ordinal)).ToList();
        var levers = Framing.Levers.Find(looked, context.Engagement.Currency);
        var ranked = BacklogRanking.Of(context.Engagement.Backlog);
        var remedies = levers
            .Select(lever => (lever.Kpi.Id, ranked.FirstOrDefault(row => row.Item.Kpi == lever.Kpi.Id)?.Item))
            .Where(pair => pair.Item is not null)
            .ToDictionary(pair => pair.Id, pair => pair.Item!, StringComparer.Ordinal);
        KpiResult? Result(string id) => context.Kpis.FirstOrDefault(kpi => kpi.Id == id);

        return new()
        {
            Levers = levers,
            HasNoFigures = looked.All(kpi => kpi is { Value: null, ByCurrency: null }),
            Remedies = remedies,
            Actions = ActionsOf(context, levers, remedies, ranked),
            ToWatch = [.. levers.Select(lever => lever.Kpi.Id).Concat(followed.OrderBy(id => Urgency(Result(id)))).Distinct(StringComparer.Ordinal).Take(Watched)],
            WithoutFigure = [.. followed.Where(id => Result(id) is null or { Value: null, ByCurrency: null })],
            WithoutTarget = [.. followed.Where(id => Result(id) is { Value: not null, Target: null })],
        };
    }

    private static int Urgency(KpiResult? kpi) => kpi?.Status switch
    {
        KpiStatus.OffTarget => 0,
        KpiStatus.AtRisk => 1,
        KpiStatus.OnTarget or KpiStatus.NoTarget => 2,
        _ => 3,
    };

    private static List<PlannedAction> ActionsOf(DocumentContext context, IReadOnlyList<Lever> levers, Dictionary<string, BacklogItem> remedies, IReadOnlyList<RankedItem> ranked)
    {
        var french = context.Language == Language.French;
        var days = WorkingDays.Of(context.Engagement);
        LocalDate In(int count) => days.OnOrAfter(context.Today.PlusDays(count));

        var fromLevers = levers.Select((lever, index) =>
        {
            var remedy = remedies.GetValueOrDefault(lever.Kpi.Id);
            return new PlannedAction(
                remedy?.By ?? In(FirstStepDays),
                remedy?.Title ?? FirstSteps.Of(lever.Kpi.Id).In(context.Language),
                remedy?.Owner ?? lever.Kpi.Owner,
                (french ? "levier " : "lever ") + (index + 1));
        });
        var fromPlan = (context.Milestones?.Milestones ?? [])
            .Where(milestone => milestone.Status is not (MilestoneState.Done or MilestoneState.DoneLate) && milestone.Due <= context.Today.PlusDays(Days))
            .OrderBy(milestone => milestone.Due).Take(MostMilestones)
            .Select(milestone => new PlannedAction(milestone.Due, milestone.Title.In(context.Language), milestone.Owner, (french ? "jalon " : "milestone ") + context.Locale.PlanDay(milestone.Day)));
        var fromBacklog = ranked.Where(row => !remedies.ContainsValue(row.Item)).Take(MostItems)
            .Select(row => new PlannedAction(row.Item.By ?? In(BacklogDays), row.Item.Title, row.Item.Owner, (french ? "backlog, rang " : "backlog, rank ") + row.Rank));
        return [.. fromLevers.Concat(fromPlan).Concat(fromBacklog).OrderBy(action => action.By)];
    }
}
