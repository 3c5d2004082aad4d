using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Milestones;
using static OpsAutomation.Core.Tests.Milestones.Plans;

namespace OpsAutomation.Core.Tests.Milestones;

public class MilestoneProperties
{
    private static readonly string[] Ids = ["A", "B", "A-1", "A-2", "A-3", "B-1", "B-2"];
    private static readonly OpsAutomation.Engagements.Engagement Engagement = With(Manual("A", 10, 3), Manual("B", 30, 2));

    private static readonly Gen<MilestoneMark> Marks =
        from id in Gen.Elements(Ids)
        from day in Gen.Choose(0, 60)
        from reopened in Gen.Choose(0, 3)
        select Mark(id, NodaTime.Text.LocalDatePattern.Iso.Format(Day("2026-10-05").PlusDays(day)), reopened == 0 ? MarkKind.Reopened : MarkKind.Done);

    [Fact]
    public void The_order_in_which_marks_are_given_is_irrelevant() => Prop.ForAll(
        Arb.From(Gen.ListOf(Marks)), Arb.From(Gen.Choose(0, 80)), Arb.From(Gen.Choose(1, 1000)),
        (marks, day, seed) =>
        {
            var shuffled = marks.OrderBy(mark => HashCode.Combine(seed, mark.Target, mark.Day)).ToArray();
            Look(day, [.. marks]).ShouldBe(Look(day, shuffled));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void One_more_criterion_met_never_worsens_a_status() => Prop.ForAll(
        Arb.From(Gen.SubListOf(Ids.Where(id => id.Contains('-', StringComparison.Ordinal)).ToArray())), Arb.From(Gen.Choose(0, 80)), Arb.From(Gen.Elements(Ids)),
        (met, day, more) =>
        {
            var marks = met.Select(id => Mark(id, "2026-10-06")).ToArray();
            var (before, after) = (Report(day, marks), Report(day, [.. marks, Mark(more, "2026-10-06")]));
            for (var i = 0; i < before.Milestones.Count; i++)
            {
                Rank(after.Milestones[i].Status).ShouldBeGreaterThanOrEqualTo(Rank(before.Milestones[i].Status));
                after.Milestones[i].Progress.ShouldBeGreaterThanOrEqualTo(before.Milestones[i].Progress);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_unworked_milestone_only_ever_moves_towards_late() => Prop.ForAll(
        Arb.From(Gen.Choose(-5, 80)),
        day =>
        {
            var (today, tomorrow) = (Report(day), Report(day + 1));
            for (var i = 0; i < today.Milestones.Count; i++)
                Order(tomorrow.Milestones[i].Status).ShouldBeGreaterThanOrEqualTo(Order(today.Milestones[i].Status));
        }).QuickCheckThrowOnFailure();

    private static MilestoneReport Report(int day, params MilestoneMark[] marks) =>
        MilestoneEvaluator.Evaluate(new() { Engagement = Engagement, At = Day("2026-10-05").PlusDays(day) }, new(marks), Baseline.Empty);

    private static string Look(int day, MilestoneMark[] marks) => MilestoneJson.Write(Report(day, marks), Language.English);

    private static int Rank(MilestoneState status) => status switch
    {
        MilestoneState.Done => 4,
        MilestoneState.DoneLate => 3,
        MilestoneState.Upcoming or MilestoneState.OnTrack => 2,
        MilestoneState.AtRisk => 1,
        _ => 0,
    };

    private static int Order(MilestoneState status) => status switch
    {
        MilestoneState.Upcoming => 0,
        MilestoneState.OnTrack => 1,
        MilestoneState.AtRisk => 2,
        _ => 3,
    };
}
