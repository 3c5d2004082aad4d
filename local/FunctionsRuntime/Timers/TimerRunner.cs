using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OpsAutomation.FunctionsRuntime.Functions;

namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>
/// Runs one timer function on its schedule: one run at a time among all that share the store, each occurrence by one of them. What was missed
/// is made good by one run, unless the timer is not monitored: then only what comes while somebody runs counts.
/// </summary>
internal sealed class TimerRunner(
    FunctionDefinition function, NcrontabSchedule schedule, ITimerStore store, FunctionInvoker invoker, TimeSpan claimTime, TimeProvider time, ILogger log)
{

    // A machine that slept or a clock that was set is noticed within this time.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Later than this, an occurrence counts as missed rather than as a little late.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private readonly TimerTriggerAttribute trigger = (TimerTriggerAttribute)function.Trigger;
    private DateTimeOffset? begun;
    private bool isFirst = true;

    /// <summary>Runs on schedule until <paramref name="stop"/> falls; a run that is under way is cancelled by <paramref name="abandon"/> only.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abandon)
    {
        while (!stop.IsCancellationRequested)
        {
            var wait = LongestWait;
            try
            {
                wait = await StepAsync(abandon);
            }
            catch (OperationCanceledException) when (abandon.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                RuntimeLog.TimerFailed(log, exception, function.Name);
            }

            if (wait > LongestWait)
                wait = LongestWait;
            await Task.Delay(wait, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Runs the function where it is due; gives the time until the next look is worth it.</summary>
    public async Task<TimeSpan> StepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        begun ??= now;
        var record = await ReadAsync(now, cancellationToken);
        if (!IsDue(record, now))
        {
            isFirst = false;
            return record.Next - now;
        }

        if (await store.ClaimAsync(function.Name, claimTime, cancellationToken) is not { } claim)
            return TimeSpan.FromSeconds(1);
        var next = await RunClaimedAsync(claim, cancellationToken);
        isFirst = false;
        return Remaining(next);
    }

    private bool IsDue(TimerRecord record, DateTimeOffset now) => record.Next <= now || (isFirst && trigger.RunOnStartup);

    private async Task<DateTimeOffset> RunClaimedAsync(string claim, CancellationToken cancellationToken)
    {
        using var ended = new CancellationTokenSource();
        // Who has lost the claim stops: another process may be running it by now.
        using var mayRun = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var keeping = KeepClaimAsync(claim, mayRun, ended.Token);
        try
        {
            // Read again under the claim: another process may have run this occurrence.
            var now = time.GetUtcNow();
            var record = await ReadAsync(now, cancellationToken);
            if (!IsDue(record, now))
                return record.Next;
            await InvokeAsync(InfoOf(record, now), mayRun.Token, cancellationToken);
            var next = NextAfter(now);
            if (!await store.SaveAsync(function.Name, claim, new TimerRecord(now, next, time.GetUtcNow()), CancellationToken.None) && !mayRun.IsCancellationRequested)
                RuntimeLog.TimerLost(log, function.Name);
            return next;
        }
        finally
        {
            await ended.CancelAsync();
            await keeping;
            await store.ReleaseAsync(function.Name, claim, CancellationToken.None);
        }
    }

    private TimerInfo InfoOf(TimerRecord record, DateTimeOffset now)
    {
        if (!trigger.UseMonitor)
            return new TimerInfo();
        var isPastDue = record.Next <= now && now - record.Next > (isFirst ? TimeSpan.FromSeconds(1) : Late);
        if (isPastDue)
            RuntimeLog.PastDue(log, function.Name, record.Next);
        return new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = StatusOf(record) };
    }

    private async Task InvokeAsync(TimerInfo info, CancellationToken mayRun, CancellationToken cancellationToken)
    {
        try
        {
            await invoker.RunAsync(function, info, info.IsPastDue ? "timer, past due" : "timer", mayRun).WaitAsync(mayRun);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The invoker has logged it. A failed run does not stop the schedule: the next occurrence is the retry, as in the real host.
        }
    }

    private async Task<TimerRecord> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var record = await store.FindAsync(function.Name, cancellationToken);
        if (record is null)
        {
            record = new TimerRecord(null, NextAfter(now), now);
            await store.BeginAsync(function.Name, record, cancellationToken);
            return record;
        }

        // The schedule may have been changed since: what counts is when it would have come next after the last writing.
        var since = record.Last ?? record.Updated;
        if (!trigger.UseMonitor && since < begun)
            since = begun.Value;
        var next = NextAfter(since);
        return next == record.Next ? record : record with { Next = next };
    }

    private async Task KeepClaimAsync(string claim, CancellationTokenSource mayRun, CancellationToken ended)
    {
        var renewed = time.GetTimestamp();
        while (true)
        {
            await Task.Delay(claimTime / 3, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
                return;
            var asked = time.GetTimestamp();
            try
            {
                if (!await store.RenewAsync(function.Name, claim, claimTime, CancellationToken.None))
                    break;
                renewed = asked;
            }
            catch (Exception exception)
            {
                RuntimeLog.TimerFailed(log, exception, function.Name);
                if (time.GetElapsedTime(renewed) > claimTime)
                    break;
            }
        }

        RuntimeLog.TimerLost(log, function.Name);
        await mayRun.CancelAsync();
    }

    private DateTimeOffset NextAfter(DateTimeOffset moment)
        => schedule.Next(moment) ?? throw new InvalidOperationException($"The schedule of {function.Name} never comes.");

    private TimeSpan Remaining(DateTimeOffset next)
    {
        var remaining = next - time.GetUtcNow();
        return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
    }

    private static ScheduleStatus StatusOf(TimerRecord record) => new()
    {
        Last = record.Last?.UtcDateTime ?? default,
        Next = record.Next.UtcDateTime,
        LastUpdated = record.Updated.UtcDateTime,
    };
}
