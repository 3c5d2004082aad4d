using NodaTime;
using OpsAutomation.Milestones;

namespace OpsAutomation.Digests;

/// <summary>The 30-60-90 line.</summary>
internal static class PlanComposer
{
    // Once all is done, the line says so for a month and then leaves the mail.
    private const int DaysAfterTheEnd = 30;

    /// <summary>The line, or null where there is no plan or where it ended long ago.</summary>
    public static DigestLine? Compose(DigestReader reader)
    {
        if (reader.Context.Milestones is not { Milestones.Count: > 0 } report)
            return null;
        var day = reader.Locale.PlanDay(Period.DaysBetween(report.Start, report.AsOf));
        var title = $"30-60-90 ({day}){reader.Colon.TrimEnd()}";
        if (report.Milestones.All(IsDone))
        {
            var last = report.Milestones.Max(milestone => milestone.DoneOn ?? milestone.Due);
            return Period.DaysBetween(last, report.AsOf) > DaysAfterTheEnd
                ? null
                : new(DigestLineKind.Plan, title, reader.Say("every milestone is done.", "tous les jalons sont atteints."));
        }

        return new(DigestLineKind.Plan, title, string.Join(" · ", Shown(report.Milestones, reader.Limits.Milestones).Select(milestone => One(milestone, reader))));
    }

    // Of a longer plan than fits, what is done gives way first, then what lies farthest ahead.
    private static IEnumerable<MilestoneStatus> Shown(IReadOnlyList<MilestoneStatus> milestones, int limit)
    {
        var toDo = milestones.Where(milestone => !IsDone(milestone)).Take(limit).ToList();
        var done = milestones.Where(IsDone).TakeLast(limit - toDo.Count).ToList();
        return milestones.Where(milestone => toDo.Contains(milestone) || done.Contains(milestone));
    }

    private static string One(MilestoneStatus milestone, DigestReader reader)
    {
        var name = reader.Locale.PlanDay(milestone.Day);
        var due = reader.Locale.DayMonth(milestone.Due);
        // A milestone that was moved shows both dates.
        if (milestone.FirstDue != milestone.Due)
            due += reader.Say($" (first {reader.Locale.DayMonth(milestone.FirstDue)})", $" (d'abord {reader.Locale.DayMonth(milestone.FirstDue)})");
        var met = milestone.Criteria.Count(criterion => criterion.Met);
        var all = milestone.Criteria.Count;
        var criteria = reader.Say(
            $"{reader.Locale.Number(met, 0)} of {reader.Count(all, "criterion", "criteria", "critère", "critères")}",
            $"{reader.Count(met, "", "", "critère", "critères")} sur {reader.Locale.Number(all, 0)}");
        var word = MilestoneStateWords.Word(milestone.Status);
        return $"{name} {reader.Say(word.En, word.Fr)}" + milestone.Status switch
        {
            MilestoneState.Done => "",
            MilestoneState.DoneLate => Days(milestone, reader),
            MilestoneState.Late => Days(milestone, reader) + $", {criteria}",
            MilestoneState.AtRisk or MilestoneState.OnTrack => $", {criteria}, {due}",
            _ => $", {due}",
        };
    }

    private static string Days(MilestoneStatus milestone, DigestReader reader)
    {
        var end = milestone.Status == MilestoneState.DoneLate ? milestone.DoneOn : reader.Context.Milestones!.AsOf;
        if (end is not { } day || day <= milestone.Due)
            return "";
        var days = Period.DaysBetween(milestone.Due, day);
        return $" ({reader.Say(reader.Count(days, "day", "days", "", ""), $"{reader.Locale.Number(days, 0)}\u00a0j")})";
    }

    /// <summary>Whether the milestone is behind.</summary>
    public static bool IsDone(MilestoneStatus milestone) => milestone.Status is MilestoneState.Done or MilestoneState.DoneLate;
}
