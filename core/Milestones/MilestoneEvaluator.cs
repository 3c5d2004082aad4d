using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>Says where each milestone of an engagement stands on a day: a pure function of its inputs (docs/milestones.md has the rules).</summary>
public static class MilestoneEvaluator
{
    private const int DueSoonDays = 7;
    private const int LagPoints = 25;

    /// <summary>Evaluates the plan.</summary>
    /// <param name="inputs">What there is to judge by.</param>
    /// <param name="history">What was marked and found before; of a past day only what was known then counts.</param>
    /// <param name="baseline">Where KPIs stood before the start.</param>
    public static MilestoneReport Evaluate(MilestoneInputs inputs, MilestoneHistory history, Baseline baseline)
    {
        var engagement = inputs.Engagement;
        var plan = MilestonePlan.For(engagement);
        var namesOwners = plan.Any(milestone => milestone.Owner is not null || milestone.Criteria.Any(criterion => criterion.Owner is not null));
        var judge = new CriterionJudge(inputs, baseline);
        var wording = new Wording(engagement);
        var statuses = new List<MilestoneStatus>();
        var gate = engagement.Start;
        foreach (var milestone in plan)
        {
            var closed = history.DoneAt(milestone, inputs.At);
            var criteria = milestone.Criteria.Select(criterion => Judge(criterion, milestone, closed)).ToList();
            var met = criteria.Count(criterion => criterion.Status.Met);

            // Said to be done after all its criteria were met: the day of the last one counts.
            var done = Earlier(closed, criteria.Count > 0 && met == criteria.Count ? criteria.Max(criterion => criterion.Since) : null);
            var unowned = namesOwners && milestone.Criteria.Any(criterion => criterion.Owner is null);
            statuses.Add(new()
            {
                Id = milestone.Id,
                Day = milestone.Day,
                Title = milestone.Title,
                Due = milestone.Due,
                FirstDue = milestone.FirstDue,
                Reason = milestone.Reason,
                Status = StatusOf(milestone.Due, gate, inputs.At, done, met, criteria.Count, unowned),
                DueSoon = done is null && inputs.At <= milestone.Due && Days(inputs.At, milestone.Due) <= DueSoonDays,
                Progress = criteria.Count > 0 ? (decimal)met / criteria.Count : done is null ? 0m : 1m,
                Owner = milestone.Owner,
                DoneOn = done,
                Criteria = [.. criteria.Select(criterion => criterion.Status)],
            });
            gate = milestone.Due;
        }

        return new(engagement.Id.Value, inputs.At, engagement.Start, statuses, []);

        (CriterionStatus Status, LocalDate? Since) Judge(PlannedCriterion criterion, PlannedMilestone milestone, LocalDate? closed)
        {
            var setting = criterion.Setting;
            var marked = history.CriterionAt(criterion.Id, milestone.Id, inputs.At);
            if (marked.Done is { } mark)
                return (new(criterion.Id, setting.Text, setting.Kind, true, wording.Marked(mark), criterion.Owner), mark.Day);

            var judged = judge.Judge(setting, milestone.Due);
            var since = Later(Earlier(marked.Met, judged.Since) ?? inputs.At, marked.Reopened);
            if (judged.Met)
                return (new(criterion.Id, setting.Text, setting.Kind, true, judged.Evidence, criterion.Owner), since);

            // Once a milestone is done, what was met then stays met: a procedure retired later does not reopen J+30.
            if (closed is { } day)
                return (new(criterion.Id, setting.Text, setting.Kind, true, wording.MetOn(marked.Met ?? day), criterion.Owner), marked.Met ?? day);
            return (new(criterion.Id, setting.Text, setting.Kind, false, judged.Evidence, criterion.Owner), null);
        }
    }

    private static MilestoneState StatusOf(LocalDate due, LocalDate gate, LocalDate at, LocalDate? done, int met, int all, bool unowned)
    {
        if (done is { } day)
            return day <= due ? MilestoneState.Done : MilestoneState.DoneLate;
        if (due < at)
            return MilestoneState.Late;
        if (at < gate)
            return MilestoneState.Upcoming;
        return unowned || Lags(Days(gate, at), Days(gate, due), met, all) ? MilestoneState.AtRisk : MilestoneState.OnTrack;
    }

    // Elapsed share minus met share over 25 points, in whole numbers: elapsed/span - met/all > 25/100.
    private static bool Lags(long elapsed, long span, long met, long all)
    {
        if (span <= 0)
            (elapsed, span) = (1, 1);
        if (all == 0)
            all = 1;
        return 100 * ((elapsed * all) - (met * span)) > LagPoints * span * all;
    }

    private static int Days(LocalDate from, LocalDate to) => Period.DaysBetween(from, to);

    private static LocalDate? Earlier(LocalDate? left, LocalDate? right) => left is { } one && right is { } other ? LocalDate.Min(one, other) : left ?? right;

    private static LocalDate Later(LocalDate day, LocalDate? floor) => floor is { } least && least > day ? least : day;
}
