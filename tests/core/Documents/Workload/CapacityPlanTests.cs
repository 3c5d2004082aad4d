using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Documents.Workload;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents.Workload;

public sealed class CapacityPlanTests
{
    private static readonly LocalDate Monday = Company.Today;

    [Fact]
    public void Eight_whole_weeks_follow_what_is_left_of_the_running_one()
    {
        var calendar = WorkingDays.Of(Company.Engagement());

        var onWednesday = CapacityPlan.WeeksFrom(Monday.PlusDays(2), calendar);
        onWednesday.Count.ShouldBe(9);
        (onWednesday[0].Start, onWednesday[0].End).ShouldBe((Monday.PlusDays(2), Monday.PlusDays(6)));
        (onWednesday[8].Start, onWednesday[8].End).ShouldBe((new LocalDate(2027, 1, 18), new LocalDate(2027, 1, 24)));
        // Nothing is left of a week on its Saturday, nor on Christmas Friday.
        CapacityPlan.WeeksFrom(Monday.PlusDays(5), calendar).Count.ShouldBe(8);
        CapacityPlan.WeeksFrom(new(2026, 12, 25), calendar)[0].Start.ShouldBe(new(2026, 12, 28));
    }

    [Fact]
    public void Hours_due_stand_against_hours_available_net_of_leave_and_holidays()
    {
        var plan = Plan(Monday);
        var (samir, ines) = (plan.People[0], plan.People[1]);

        samir.Name.ShouldBe("Samir Haddad");
        // T-1 is overdue (6 h) and T-4 due on the 26th (26 h); 28 hours of a whole week.
        (samir.Weeks[0].Hours, samir.Weeks[0].Capacity).ShouldBe((32m, 28m));
        (samir.Weeks[0].IsOver, samir.Weeks[0].Excess).ShouldBe((true, 4m));
        plan.Late.ShouldBe(6m);
        // Half days of leave from 7 to 11 December: 32 h become 16; T-6, and J+60 with three of its four criteria open: 15 h each, one of Inès's.
        (ines.Weeks[2].Capacity, ines.Weeks[2].Leave).ShouldBe((16m, 16m));
        ines.Weeks[2].Hours.ShouldBe(20m);
        samir.Weeks[2].Hours.ShouldBe(45m);
        // T-7 is shared by two.
        (samir.Weeks[3].Hours, ines.Weeks[3].Hours).ShouldBe((12m, 12m));
        // Samir is away from the 24th; the 25th is a holiday: three days of 5.6 h.
        (samir.Weeks[4].Capacity, samir.Weeks[4].Leave, samir.Weeks[4].Holidays).ShouldBe((16.8m, 5.6m, 1));
        (ines.Weeks[4].Capacity, ines.Weeks[4].Leave).ShouldBe((25.6m, 0m));
        // The week of New Year: away throughout, and T-8 by his address.
        (samir.Weeks[5].Capacity, samir.Weeks[5].Hours, samir.Weeks[5].Rate, samir.Weeks[5].IsOver).ShouldBe((0m, 9m, null, true));
        (ines.Weeks[5].Capacity, ines.Weeks[5].HasRoom).ShouldBe((25.6m, true));
    }

    [Fact]
    public void What_has_no_hours_no_capacity_or_nobody_is_said()
    {
        var plan = Plan(Monday);

        plan.Others.ShouldBe([("Lou Marchand", 12m), (null, 4m)]);
        // T-2, and the two open criteria of J+30 and three of J+90, for which no hours were given.
        plan.WithoutHours.ShouldBe(6);
    }

    [Fact]
    public void Hours_spent_are_no_longer_to_be_done()
    {
        var facts = new InMemoryFactSource(
            new TaskBuilder().Due("2026-11-24").Estimated(10).With(TaskFields.SpentHours, 4).With(TaskFields.Assignee, "ines").Build(),
            new TaskBuilder().Due("2026-11-24").Estimated(3).With(TaskFields.SpentHours, 9).With(TaskFields.Assignee, "ines").Build());

        CapacityPlan.Of(Company.Engagement(), Monday, facts, [], null).People[1].Weeks[0].Hours.ShouldBe(6m);
    }

    [Fact]
    public void Leaves_that_overlap_never_take_more_than_the_day()
    {
        var person = new Capacity("ines", 30, [new(Monday, Monday, 60), new(Monday, Monday, 60), new(Monday.PlusDays(1), Monday.PlusDays(1), 25)]);

        person.HoursOn(Monday).ShouldBe(0m);
        person.HoursOn(Monday.PlusDays(1)).ShouldBe(4.5m);
        person.HoursOn(Monday.PlusDays(2)).ShouldBe(6m);
    }

    [Fact]
    public void No_hour_is_lost_and_none_is_counted_twice() => Prop.ForAll(
        ArbMap.Default.ArbFor<int[]>(),
        seeds =>
        {
            var tasks = seeds.Select(seed => new Random(seed)).Select(random => (
                Hours: random.Next(0, 40) / 2m, Due: Monday.PlusDays(random.Next(-30, 120)), Who: new[] { "samir", "Inès Petit", "samir; ines", "Lou", null }[random.Next(5)])).ToList();
            var facts = new InMemoryFactSource(tasks.Select(task =>
            {
                var built = new TaskBuilder().Due(NodaTime.Text.LocalDatePattern.Iso.Format(task.Due)).Estimated(task.Hours);
                return (task.Who is null ? built : built.With(TaskFields.Assignee, task.Who)).Build();
            }));
            var plan = CapacityPlan.Of(Company.Engagement(), Monday, facts, [], null);
            var planned = plan.People.SelectMany(person => person.Weeks).Sum(week => week.Hours) + plan.Others.Sum(other => other.Hours);
            return planned == tasks.Where(task => task.Due <= plan.Weeks[^1].End).Sum(task => task.Hours);
        }).QuickCheckThrowOnFailure();

    private static CapacityPlan Plan(LocalDate today)
    {
        var context = Company.Context(Language.French);
        return CapacityPlan.Of(context.Engagement, today, context.Facts, context.Checklists, context.Milestones);
    }
}
