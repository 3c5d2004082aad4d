using OpsAutomation.Engagements;
using OpsAutomation.Milestones;
using static OpsAutomation.Core.Tests.Milestones.Plans;

namespace OpsAutomation.Core.Tests.Milestones;

public class MilestoneEvaluatorTests
{
    // Start 5 October: J10 is due on 15 October, J30 on 4 November, J60 on 4 December, J90 on 3 January.
    private readonly Engagement plain = Engagement();

    [Theory]
    [InlineData("J10", "2026-10-04", MilestoneState.Upcoming)]
    [InlineData("J10", "2026-10-05", MilestoneState.OnTrack)]
    [InlineData("J10", "2026-10-15", MilestoneState.AtRisk)]
    [InlineData("J10", "2026-10-16", MilestoneState.Late)]
    [InlineData("J30", "2026-10-14", MilestoneState.Upcoming)]
    [InlineData("J30", "2026-10-15", MilestoneState.OnTrack)]
    [InlineData("J30", "2026-10-20", MilestoneState.OnTrack)]
    [InlineData("J30", "2026-10-21", MilestoneState.AtRisk)]
    [InlineData("J30", "2026-11-04", MilestoneState.AtRisk)]
    [InlineData("J30", "2026-11-05", MilestoneState.Late)]
    [InlineData("J60", "2026-11-03", MilestoneState.Upcoming)]
    [InlineData("J60", "2026-11-04", MilestoneState.OnTrack)]
    [InlineData("J90", "2026-12-03", MilestoneState.Upcoming)]
    [InlineData("J90", "2027-01-04", MilestoneState.Late)]
    public void An_unworked_plan_goes_from_upcoming_to_late(string id, string day, MilestoneState expected) => StatusAt(plain, id, day).ShouldBe(expected);

    [Fact]
    public void A_lag_of_exactly_25_points_is_on_track_and_one_day_more_is_not()
    {
        var engagement = With(Manual("M", 100, 4));
        StatusAt(engagement, "M", "2026-10-30").ShouldBe(MilestoneState.OnTrack);
        StatusAt(engagement, "M", "2026-10-31").ShouldBe(MilestoneState.AtRisk);
        StatusAt(engagement, "M", "2026-11-24", Mark("M-1", "2026-10-06")).ShouldBe(MilestoneState.OnTrack);
        StatusAt(engagement, "M", "2026-11-25", Mark("M-1", "2026-10-06")).ShouldBe(MilestoneState.AtRisk);
    }

    [Theory]
    [InlineData("2026-10-15", MilestoneState.Done)]
    [InlineData("2026-10-16", MilestoneState.DoneLate)]
    public void A_milestone_is_done_on_the_day_of_its_last_criterion(string last, MilestoneState expected)
    {
        var engagement = With(Manual("M", 10, 2));
        var report = At(engagement, "2026-12-01", Mark("M-1", "2026-10-07"), Mark("M-2", last));
        report.Milestones[0].Status.ShouldBe(expected);
        report.Milestones[0].DoneOn.ShouldBe(Day(last));
        report.Milestones[0].Progress.ShouldBe(1m);
    }

    [Fact]
    public void Done_comes_before_late_and_before_upcoming()
    {
        var engagement = With(Manual("A", 10, 1), Manual("B", 30, 1));
        StatusAt(engagement, "B", "2026-10-06", Mark("B-1", "2026-10-06")).ShouldBe(MilestoneState.Done);
        StatusAt(engagement, "A", "2027-01-01", Mark("A-1", "2026-10-06")).ShouldBe(MilestoneState.Done);
    }

    [Fact]
    public void A_whole_milestone_can_be_marked()
    {
        var milestone = At(plain, "2026-11-04", Mark("J30", "2026-11-04", note: "comité du 4")).Milestones[1];
        milestone.Status.ShouldBe(MilestoneState.Done);
        milestone.Criteria.ShouldAllBe(criterion => criterion.Met);
        milestone.Criteria[0].Evidence!.Fr.ShouldBe("Validé par claire le 4 novembre 2026\u00a0: comité du 4");
        milestone.Criteria[0].Evidence!.En.ShouldBe("Confirmed by claire on 4 November 2026: comité du 4");
    }

    [Fact]
    public void A_milestone_marked_after_its_last_criterion_was_done_with_that_criterion()
    {
        var engagement = With(Manual("M", 10, 1));
        At(engagement, "2026-11-01", Mark("M-1", "2026-10-14"), Mark("M", "2026-10-20")).Milestones[0].DoneOn.ShouldBe(Day("2026-10-14"));
    }

    [Fact]
    public void A_past_day_sees_only_what_was_known_then()
    {
        var engagement = With(Manual("M", 10, 2));
        MilestoneMark[] marks = [Mark("M-1", "2026-10-07"), Mark("M-2", "2026-10-12")];
        At(engagement, "2026-10-06", marks).Milestones[0].Progress.ShouldBe(0m);
        At(engagement, "2026-10-07", marks).Milestones[0].Progress.ShouldBe(0.5m);
        At(engagement, "2026-10-12", marks).Milestones[0].Status.ShouldBe(MilestoneState.Done);
    }

    [Fact]
    public void Reopening_takes_back_a_criterion_or_all_of_a_milestone()
    {
        var engagement = With(Manual("M", 10, 2));
        MilestoneMark[] done = [Mark("M-1", "2026-10-07"), Mark("M-2", "2026-10-08")];
        At(engagement, "2026-10-10", [.. done, Mark("M-2", "2026-10-09", MarkKind.Reopened)]).Milestones[0].Progress.ShouldBe(0.5m);
        At(engagement, "2026-10-10", [.. done, Mark("M", "2026-10-09", MarkKind.Reopened)]).Milestones[0].Progress.ShouldBe(0m);
        At(engagement, "2026-10-10", [Mark("M", "2026-10-08"), Mark("M-1", "2026-10-09", MarkKind.Reopened)]).Milestones[0].Progress.ShouldBe(0.5m);
    }

    [Fact]
    public void A_criterion_without_owner_is_a_risk_in_a_plan_that_names_owners()
    {
        StatusAt(With(Manual("A", 10, 1), Manual("B", 30, 1)), "A", "2026-10-05").ShouldBe(MilestoneState.OnTrack);
        var owned = With(Manual("A", 10, 1, owner: "claire"), Manual("B", 30, 1));
        StatusAt(owned, "A", "2026-10-05").ShouldBe(MilestoneState.OnTrack);
        StatusAt(owned, "B", "2026-10-15").ShouldBe(MilestoneState.AtRisk);
        StatusAt(owned, "B", "2026-10-14").ShouldBe(MilestoneState.Upcoming);
    }

    [Theory]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-10-15", true)]
    [InlineData("2026-10-16", false)]
    public void Due_soon_means_within_seven_days(string day, bool expected) => At(plain, day).Milestones[0].DueSoon.ShouldBe(expected);

    [Fact]
    public void What_is_done_is_not_due_soon() =>
        At(plain, "2026-10-12", Mark("J10", "2026-10-12")).Milestones[0].DueSoon.ShouldBeFalse();

    [Fact]
    public void A_milestone_without_criteria_is_done_by_its_mark_alone()
    {
        var engagement = With(Of("M", 10));
        StatusAt(engagement, "M", "2026-10-06").ShouldBe(MilestoneState.OnTrack);
        At(engagement, "2026-10-20", Mark("M", "2026-10-09")).Milestones[0].ShouldSatisfyAllConditions(
            milestone => milestone.Status.ShouldBe(MilestoneState.Done), milestone => milestone.Progress.ShouldBe(1m));
    }

    [Fact]
    public void What_was_met_when_a_milestone_was_done_stays_met()
    {
        var engagement = With(Of("M", 10, Criterion("document", "sop")));
        var documents = new MilestoneDocument[] { new("sop-incident", new("Incident", "Incident"), Day("2026-10-08"), Until: Day("2026-11-01")) };
        MilestoneReport Look(string day, params MilestoneMark[] marks) =>
            MilestoneEvaluator.Evaluate(new() { Engagement = engagement, At = Day(day), Documents = documents }, new(marks), Baseline.Empty);
        Look("2026-10-10").Milestones[0].DoneOn.ShouldBe(Day("2026-10-08"));
        Look("2026-11-02").Milestones[0].Status.ShouldBe(MilestoneState.Late);
        var kept = Look("2026-11-02", Mark("M-1", "2026-10-10", MarkKind.Met), Mark("M", "2026-10-08", MarkKind.Achieved)).Milestones[0];
        (kept.Status, kept.Criteria[0].Met, kept.Criteria[0].Evidence!.Fr).ShouldBe((MilestoneState.Done, true, "Atteint le 10 octobre 2026"));
    }
}
