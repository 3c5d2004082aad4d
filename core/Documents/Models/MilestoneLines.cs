using OpsAutomation.Milestones;

namespace OpsAutomation.Documents.Models;

/// <summary>The 30-60-90 plan as documents show it.</summary>
internal static class MilestoneLines
{
    /// <summary>All milestones in order, with their criteria.</summary>
    public static List<object?> All(DocumentContext context, People people) =>
        [.. (context.Milestones?.Milestones ?? []).Select(milestone => Model(context, milestone, people))];

    /// <summary>Those that want the meeting's attention: late first, then at risk, then due soon.</summary>
    public static IReadOnlyList<MilestoneStatus> Pressing(DocumentContext context) =>
    [
        .. (context.Milestones?.Milestones ?? [])
            .Where(milestone => milestone.Status is MilestoneState.Late or MilestoneState.AtRisk
                || milestone.DueSoon && milestone.Status is not (MilestoneState.Done or MilestoneState.DoneLate))
            .OrderBy(milestone => milestone.Status switch { MilestoneState.Late => 0, MilestoneState.AtRisk => 1, _ => 2 })
            .ThenBy(milestone => milestone.Due),
    ];

    /// <summary>A milestone as a template reads it.</summary>
    public static Values Model(DocumentContext context, MilestoneStatus milestone, People people)
    {
        var met = milestone.Criteria.Count(criterion => criterion.Met);
        var french = context.Language == Language.French;
        return new Values
        {
            ["id"] = milestone.Id,
            ["name"] = context.Locale.PlanDay(milestone.Day),
            ["title"] = milestone.Title.In(context.Language),
            ["due"] = milestone.Due,
            ["firstDue"] = milestone.FirstDue == milestone.Due ? null : milestone.FirstDue,
            ["reason"] = milestone.Reason,
            ["status"] = MilestoneStateWords.Marked(milestone.Status).In(context.Language),
            ["late"] = milestone.Status == MilestoneState.Late,
            ["upcoming"] = milestone.Status == MilestoneState.Upcoming,
            ["done"] = milestone.Status is MilestoneState.Done or MilestoneState.DoneLate,
            ["doneOn"] = milestone.DoneOn,
            ["dueSoon"] = milestone.DueSoon,
            ["progress"] = french ? $"{met} sur {milestone.Criteria.Count}" : $"{met} of {milestone.Criteria.Count}",
            ["criteriaMet"] = french
                ? $"{met} critère{(met > 1 ? "s" : "")} sur {milestone.Criteria.Count}"
                : $"{met} of {milestone.Criteria.Count} {(milestone.Criteria.Count == 1 ? "criterion" : "criteria")}",
            ["owner"] = people.Name(milestone.Owner),
            ["criteria"] = milestone.Criteria.Select(criterion => (object?)Criterion(context, milestone, criterion, people)).ToList(),
            ["open"] = milestone.Criteria.Where(criterion => !criterion.Met).Select(criterion => (object?)Criterion(context, milestone, criterion, people)).ToList(),
        };
    }

    private static Values Criterion(DocumentContext context, MilestoneStatus milestone, CriterionStatus criterion, People people) => new Values
    {
        ["id"] = criterion.Id,
        ["text"] = criterion.Text.In(context.Language),
        ["met"] = criterion.Met,
        ["evidence"] = criterion.Evidence?.In(context.Language),
        ["owner"] = people.Name(criterion.Owner ?? milestone.Owner),
    };
}
