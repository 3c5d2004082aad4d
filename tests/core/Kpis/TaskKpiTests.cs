using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Kpis;

public sealed class TaskKpiTests
{
    private static KpiScenario With(params TaskBuilder[] tasks) => new KpiScenario()
        .Add(tasks.Select(task => task.Build()))
        .Covering(FactType.Task, "2026-01-01", "2026-06-30");

    private static TaskBuilder Due(string due) => new TaskBuilder().Due(due);

    [Fact]
    public void Done_and_overdue_tasks_are_counted()
    {
        var scenario = With(Due("2026-03-10").Done("2026-03-12"), Due("2026-03-31"), Due("2026-03-20").Done("2026-04-01"), Due("2026-04-01"));

        scenario.Over(KpiIds.DoneCount, "2026-03-01", "2026-03-31").Value.ShouldBe(1m);
        scenario.Over(KpiIds.OverdueCount, "2026-03-01", "2026-03-31").Value.ShouldBe(2m);
    }

    [Fact]
    public void Lead_time_goes_by_completion()
    {
        var scenario = With(
            new TaskBuilder().Created("2026-02-20").Done("2026-03-02"),
            new TaskBuilder().Created("2026-03-01T08:00").Done("2026-03-02T20:00"));

        scenario.Over(KpiIds.LeadTimeDays, "2026-03-01", "2026-03-31").Value.ShouldBe(5.75m);
        scenario.Over(KpiIds.LeadTimeDaysP90, "2026-03-01", "2026-03-31").Value.ShouldBe(9.15m);
    }

    [Fact]
    public void On_time_rate_holds_unfinished_tasks_and_goes_by_the_first_due_date()
    {
        var scenario = With(
            Due("2026-03-10").Done("2026-03-10"),
            Due("2026-03-10"),
            Due("2026-04-10").With(TaskFields.FirstDue, "2026-03-10").Done("2026-03-11"),
            Due("2026-04-10").Done("2026-03-11"));

        scenario.Over(KpiIds.OnTimeRate, "2026-03-01", "2026-03-31").Value.ShouldBe(100m / 3m);
    }

    [Fact]
    public void Load_rate_is_estimates_over_capacity_net_of_leave_and_holidays()
    {
        // Easter Monday is off; Ada is on leave from Thursday: 4 days of 7 hours and 2 of 8.
        var scenario = With(
                Due("2026-04-08").Estimated(20m).With(TaskFields.Assignee, "ada"),
                Due("2026-04-09").Estimated(2m),
                Due("2026-04-09").Estimated(50m).With(TaskFields.Assignee, "freelance"))
            .With(engagement => engagement with
            {
                Capacity = [new("Ada", 40m, [new(new(2026, 4, 9), new(2026, 4, 30))]), new("Bob", 35m, [])],
            });

        scenario.Over(KpiIds.LoadRate, "2026-04-06", "2026-04-12").Value.ShouldBe(22m * 100m / 44m);
    }

    [Fact]
    public void Load_rate_without_a_capacity_plan_is_no_data() =>
        With(Due("2026-04-08").Estimated(20m)).Over(KpiIds.LoadRate, "2026-04-06", "2026-04-12").Status.ShouldBe(KpiStatus.NoData);

    [Fact]
    public void Load_is_judged_within_a_range()
    {
        var scenario = With(Due("2026-03-04").Estimated(18m).With(TaskFields.Assignee, "Ada"))
            .With(engagement => engagement with { Capacity = [new("Ada", 20m, [])] });

        scenario.Target(KpiIds.LoadRate, Grain.Week, 70m, upTo: 95m).Over(KpiIds.LoadRate, "2026-03-02", "2026-03-08").Status.ShouldBe(KpiStatus.OnTarget);
    }
}
