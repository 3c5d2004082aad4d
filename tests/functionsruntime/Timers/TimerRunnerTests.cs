using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OpsAutomation.FunctionsRuntime.Tests.Functions;
using OpsAutomation.FunctionsRuntime.Timers;
using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Timers;

/// <summary>How timers run, whichever memory they have: each runner is one app's.</summary>
public abstract class TimerRunnerTests
{
    private readonly Behaviour behaviour = new();
    private readonly List<TimerInfo> runs = [];

    protected TimerRunnerTests() => behaviour.OnTimer = (info, _) =>
    {
        runs.Add(info);
        return Task.CompletedTask;
    };

    protected ManualTime Time { get; } = new();

    /// <summary>The memory as one more app sees it.</summary>
    protected abstract ITimerStore Open();

    [Fact]
    public async Task A_timer_waits_for_its_first_occurrence_and_then_runs_once()
    {
        var runner = Runner();
        (await runner.StepAsync(default)).ShouldBe(TimeSpan.FromMinutes(15));
        runs.ShouldBeEmpty();

        Time.Advance(Duration.FromMinutes(15));
        (await runner.StepAsync(default)).ShouldBe(TimeSpan.FromMinutes(15));

        var run = runs.ShouldHaveSingleItem();
        run.IsPastDue.ShouldBeFalse();
        run.ScheduleStatus!.Last.ShouldBe(default);
        run.ScheduleStatus.Next.ShouldBe(new DateTime(2026, 1, 5, 8, 15, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_week_of_downtime_is_made_good_by_one_run_that_says_so()
    {
        await Runner().StepAsync(default);
        Time.Advance(Duration.FromDays(7));

        var restarted = Runner();
        await restarted.StepAsync(default);
        await restarted.StepAsync(default);
        await Runner().StepAsync(default);

        runs.ShouldHaveSingleItem().IsPastDue.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_processes_one_runs_an_occurrence()
    {
        var release = new TaskCompletionSource();
        var begun = new TaskCompletionSource();
        behaviour.OnTimer = (info, _) =>
        {
            runs.Add(info);
            begun.SetResult();
            return release.Task;
        };
        var (one, other) = (Runner(), Runner());
        await one.StepAsync(default);
        await other.StepAsync(default);
        Time.Advance(Duration.FromMinutes(15));

        var running = one.StepAsync(default);
        await begun.Task;
        await other.StepAsync(default);
        release.SetResult();
        await running;
        await other.StepAsync(default);

        runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_failed_run_leaves_the_schedule_as_it_is()
    {
        var runner = Runner();
        await runner.StepAsync(default);
        behaviour.OnTimer = (_, _) => throw new InvalidOperationException("broken");
        Time.Advance(Duration.FromMinutes(15));

        (await runner.StepAsync(default)).ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task The_app_that_comes_next_knows_when_another_ran()
    {
        await Runner().StepAsync(default);
        Time.Advance(Duration.FromMinutes(15));
        await Runner().StepAsync(default);
        Time.Advance(Duration.FromMinutes(15));

        await Runner().StepAsync(default);

        runs.Count.ShouldBe(2);
        runs[1].ScheduleStatus!.Last.ShouldBe(new DateTime(2026, 1, 5, 8, 15, 0, DateTimeKind.Utc));
        runs[1].ScheduleStatus!.Next.ShouldBe(new DateTime(2026, 1, 5, 8, 30, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task A_timer_that_is_not_monitored_runs_in_one_app_and_makes_nothing_good()
    {
        var (one, other) = (Runner("Pulse"), Runner("Pulse"));
        await one.StepAsync(default);
        await other.StepAsync(default);
        Time.Advance(Duration.FromMinutes(15));
        await one.StepAsync(default);
        await other.StepAsync(default);
        runs.ShouldHaveSingleItem().ScheduleStatus.ShouldBeNull();

        Time.Advance(Duration.FromDays(1));
        (await Runner("Pulse").StepAsync(default)).ShouldBe(TimeSpan.FromMinutes(15));
        runs.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_start_runs_what_asks_for_it_also_where_another_app_is_running_it()
    {
        var (release, begun) = (new TaskCompletionSource(), new TaskCompletionSource());
        behaviour.OnTimer = (info, _) =>
        {
            runs.Add(info);
            begun.TrySetResult();
            return release.Task;
        };
        var other = Runner("Wake");
        var running = Runner("Wake").StepAsync(default);
        await begun.Task;
        (await other.StepAsync(default)).ShouldBe(TimeSpan.FromSeconds(1));
        release.SetResult();
        await running;

        await other.StepAsync(default);
        await other.StepAsync(default);

        runs.Count.ShouldBe(2);
        runs.ShouldAllBe(run => !run.IsPastDue);
    }

    [Fact]
    public async Task A_run_that_was_cut_off_runs_again_at_the_next_start()
    {
        var runner = Runner();
        await runner.StepAsync(default);
        Time.Advance(Duration.FromMinutes(16));
        using var abandon = new CancellationTokenSource();
        behaviour.OnTimer = (_, _) =>
        {
            abandon.Cancel();
            return new TaskCompletionSource().Task;
        };
        await Should.ThrowAsync<OperationCanceledException>(() => runner.StepAsync(abandon.Token));

        behaviour.OnTimer = (info, _) =>
        {
            runs.Add(info);
            return Task.CompletedTask;
        };
        await Runner().StepAsync(default);

        runs.ShouldHaveSingleItem().IsPastDue.ShouldBeTrue();
    }

    private TimerRunner Runner(string function = "Tick") => new(
        behaviour.Function(function), NcrontabSchedule.Parse("0 */15 * * * *"), Open(),
        behaviour.Invoker(new HostSettings(), Time), TimeSpan.FromSeconds(30), Time, NullLogger.Instance);
}
