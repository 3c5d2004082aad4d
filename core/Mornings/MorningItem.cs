using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Mornings;

/// <summary>One thing that wants attention today.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Client">The client's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Id">What it is within the engagement, such as <c>D-14</c> or <c>J30</c>.</param>
/// <param name="What">What it is, in the reader's language.</param>
/// <param name="Due">The day that it is due, or null.</param>
/// <param name="Owner">The name of who owns it; empty where nobody does.</param>
public sealed record MorningItem(
    EngagementId Engagement, string Client, MorningKind Kind, MorningUrgency Urgency, string Id, string What, LocalDate? Due, string Owner)
{
    /// <summary>Of a KPI: by how much it misses its target, as a share of it.</summary>
    public decimal Miss { get; init; }

    /// <summary>Of a KPI: the open action about it, or null.</summary>
    public string? InHand { get; init; }

    /// <summary>The rule by which it stands where it does.</summary>
    public DailyRule Rule => (Urgency, Kind) switch
    {
        (MorningUrgency.Blocked, _) => DailyRule.Blocked,
        (MorningUrgency.Late, MorningKind.Decision) => DailyRule.DecisionLate,
        (MorningUrgency.Late, MorningKind.Milestone) => DailyRule.MilestoneLate,
        (MorningUrgency.Late, MorningKind.Task) => DailyRule.TaskLate,
        (MorningUrgency.Late, MorningKind.Review) => DailyRule.ReviewLate,
        (MorningUrgency.Late, _) => DailyRule.WorkLate,
        (MorningUrgency.Today, MorningKind.Decision) => DailyRule.DecisionToday,
        (MorningUrgency.Today, MorningKind.Milestone) => DailyRule.MilestoneToday,
        (MorningUrgency.Today, _) => DailyRule.WorkToday,
        (MorningUrgency.OffTarget, _) => InHand is null ? DailyRule.KpiAlone : DailyRule.KpiInHand,
        (MorningUrgency.Soon, MorningKind.Decision) => DailyRule.DecisionSoon,
        (MorningUrgency.Soon, MorningKind.Milestone) => DailyRule.MilestoneSoon,
        (MorningUrgency.Soon, MorningKind.Review) => DailyRule.ReviewSoon,
        (MorningUrgency.Soon, _) => DailyRule.WorkSoon,
        _ => DailyRule.Undated,
    };

    /// <summary>
    /// The items as one list: by rule, then what has been due longest, then what misses its target by most, then client and id. The same items give the
    /// same list, in whatever order they come.
    /// </summary>
    public static IReadOnlyList<MorningItem> Rank(IEnumerable<MorningItem> items) =>
    [
        .. items
            .OrderBy(item => item.Rule)
            .ThenBy(item => item.Due ?? LocalDate.MaxIsoValue)
            .ThenByDescending(item => item.Miss)
            .ThenBy(item => item.Client, StringComparer.Ordinal)
            .ThenBy(item => item.Engagement.Value, StringComparer.Ordinal)
            .ThenBy(item => item.Id.Length)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .ThenBy(item => item.Kind)
            .ThenBy(item => item.What, StringComparer.Ordinal)
            .ThenBy(item => item.Owner, StringComparer.Ordinal),
    ];
}
