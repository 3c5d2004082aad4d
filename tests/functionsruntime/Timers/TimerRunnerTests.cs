using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OpsAutomation.FunctionsRuntime.Tests.Functions;
using OpsAutomation.FunctionsRuntime.Timers;
using OpsAutomation.Queues;
using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Timers;

public sealed class TimerRunnerTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly RuntimeHome home = new();
    private readonly Behaviour behaviour = new();
    private readonly RuntimeDatabase database;
    private readonly List<TimerInfo> runs = [];

    public TimerRunnerTests()
    {
        database = new RuntimeDatabase(home.Database);
        behaviour.OnTimer = (info, _) =>
        {
            runs.Add(info);
            return Task.CompletedTask;
        };
    }

    public void Dispose()
    {
        database.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task A_timer_waits_for_its_first_occurrence_and_then_runs_once()
    {
        var runner = Runner();
        (await runner.StepAsync(default)).ShouldBe(TimeSpan.FromMinutes(15));
        runs.ShouldBeEmpty();

        time.Advance(Duration.FromMinutes(15));
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
        time.Advance(Duration.FromDays(7));

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
        time.Advance(Duration.FromMinutes(15));

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
        time.Advance(Duration.FromMinutes(15));

        (await runner.StepAsync(default)).ShouldBe(TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task A_run_that_was_cut_off_runs_again_at_the_next_start()
    {
        var runner = Runner();
        await runner.StepAsync(default);
        time.Advance(Duration.FromMinutes(16));
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

    private TimerRunner Runner() => new(
        behaviour.Function("Tick"), NcrontabSchedule.Parse("0 */15 * * * *"), new SqliteTimerStore(database, time),
        behaviour.Invoker(new HostSettings(), time), time, NullLogger.Instance);
}
