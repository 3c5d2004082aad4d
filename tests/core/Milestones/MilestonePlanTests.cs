using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Milestones;
using static OpsAutomation.Core.Tests.Milestones.Plans;

namespace OpsAutomation.Core.Tests.Milestones;

public class MilestonePlanTests
{
    [Theory]
    [InlineData("2026-10-05", "2026-10-15", "2026-11-04", "2026-12-04", "2027-01-03")]
    [InlineData("2026-01-31", "2026-02-10", "2026-03-02", "2026-04-01", "2026-05-01")]
    [InlineData("2024-01-30", "2024-02-09", "2024-02-29", "2024-03-30", "2024-04-29")]
    [InlineData("2023-01-30", "2023-02-09", "2023-03-01", "2023-03-31", "2023-04-30")]
    [InlineData("2023-12-31", "2024-01-10", "2024-01-30", "2024-02-29", "2024-03-30")]
    [InlineData("2024-02-29", "2024-03-10", "2024-03-30", "2024-04-29", "2024-05-29")]
    public void Due_dates_count_days_over_month_ends_and_leap_years(string start, params string[] due) =>
        MilestonePlan.For(Engagement(start)).Select(milestone => milestone.Due).ShouldBe(due.Select(Day));

    [Fact]
    public void Due_dates_leave_weekends_and_the_clients_holidays_where_asked()
    {
        MilestonePlan.For(Engagement("2026-10-05", new() { MoveToWorkingDay = true })).Select(milestone => milestone.Due)
            .ShouldBe([Day("2026-10-15"), Day("2026-11-04"), Day("2026-12-04"), Day("2027-01-04")]);

        // J+10 is Christmas Day, a Friday; in Alsace the next day is a holiday too, and then comes the weekend.
        var moved = MilestonePlan.For(Engagement("2026-12-15", new() { MoveToWorkingDay = true }))[0];
        (moved.Due, moved.FirstDue).ShouldBe((Day("2026-12-28"), Day("2026-12-28")));

        // 11 November is a holiday in France and none in Switzerland.
        MilestonePlan.For(Engagement("2026-11-01", new() { MoveToWorkingDay = true }))[0].Due.ShouldBe(Day("2026-11-12"));
        MilestonePlan.For(Engagement("2026-11-01", new() { MoveToWorkingDay = true }) with { Country = "CH" })[0].Due.ShouldBe(Day("2026-11-11"));
    }

    [Fact]
    public void A_moved_due_date_keeps_the_first_one_and_the_reason()
    {
        var plan = MilestonePlan.For(Engagement(milestones: new() { Changes = [new() { Id = "j30", Due = Day("2026-11-13"), Reason = "Congés" }] }));
        (plan[1].Id, plan[1].Due, plan[1].FirstDue, plan[1].Reason, plan[1].Criteria.Count).ShouldBe(("J30", Day("2026-11-13"), Day("2026-11-04"), "Congés", 4));
    }

    [Fact]
    public void Milestones_are_added_removed_and_changed()
    {
        var plan = MilestonePlan.For(Engagement(milestones: new()
        {
            Removed = ["J60"],
            Changes = [Manual("J45", 45, 2, owner: "claire"), new() { Id = "J90", Title = new("End", "Fin"), Criteria = [Criterion("manual") with { Owner = "paul" }] }],
        }));
        plan.Select(milestone => milestone.Id).ShouldBe(["J10", "J30", "J45", "J90"]);
        plan[2].Criteria.Select(criterion => (criterion.Id, criterion.Owner)).ShouldBe([("J45-1", "claire"), ("J45-2", "claire")]);
        (plan[2].Title.En, plan[2].Title.Fr).ShouldBe(("Day 45", "J+45"));
        (plan[3].Title.Fr, plan[3].Criteria[0].Owner).ShouldBe(("Fin", "paul"));
    }

    [Fact]
    public void Order_is_by_due_date() =>
        MilestonePlan.For(Engagement(milestones: new() { Changes = [new() { Id = "J10", Due = Day("2026-11-20"), Reason = "r" }] }))
            .Select(milestone => milestone.Id).ShouldBe(["J30", "J10", "J60", "J90"]);

    [Fact]
    public void The_default_plan_says_everything_in_both_languages()
    {
        foreach (var milestone in MilestonePlan.For(Engagement()))
        {
            (milestone.Title.En == milestone.Title.Fr).ShouldBeFalse();
            foreach (var criterion in milestone.Criteria)
                (criterion.Setting.Text.En == criterion.Setting.Text.Fr).ShouldBeFalse();
        }
    }

    [Fact]
    public void Due_dates_never_precede_the_start_whatever_the_start()
    {
        for (var start = new LocalDate(2023, 1, 1); start < new LocalDate(2029, 1, 1); start = start.PlusDays(1))
        {
            var engagement = Engagement(milestones: new() { MoveToWorkingDay = true }, locale: Locale.FrFr) with { Start = start };
            var calendar = WorkingDays.Of(engagement);
            foreach (var milestone in MilestonePlan.For(engagement))
            {
                calendar.IsWorkingDay(milestone.Due).ShouldBeTrue();
                Period.DaysBetween(start.PlusDays(milestone.Day), milestone.Due).ShouldBeInRange(0, 5);
            }
        }
    }
}
