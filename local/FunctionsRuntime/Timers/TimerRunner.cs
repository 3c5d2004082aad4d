using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OpsAutomation.FunctionsRuntime.Functions;

namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>Runs one timer function on its schedule: one run at a time among all that share the store; missed occurrences are made good by one run.</summary>
internal sealed class TimerRunner(
    FunctionDefinition function, NcrontabSchedule schedule, ITimerStore store, FunctionInvoker invoker, TimeProvider time, ILogger log)
{
    private static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(30);

    // A machine that slept or a clock that was set is noticed within this time.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    // Later than this, an occurrence counts as missed rather than as a little late.
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    private readonly TimerTriggerAttribute trigger = (TimerTriggerAttribute)function.Trigger;
    private TimerRecord? unmonitored;
    private bool started;

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
        var first = !started;
        started = true;
        var now = time.GetUtcNow();
        var record = await ReadAsync(now, cancellationToken);
        var onStartup = first && trigger.RunOnStartup;
        if (record.Next > now && !onStartup)
            return record.Next - now;
        if (!trigger.UseMonitor)
        {
            unmonitored = new TimerRecord(now, NextAfter(now), now);
            await InvokeAsync(new TimerInfo(), cancellationToken);
            return Remaining(unmonitored.Next);
        }

        if (await store.ClaimAsync(function.Name, ClaimTime, cancellationToken) is not { } claim)
            return TimeSpan.FromSeconds(1);
        return Remaining(await RunClaimedAsync(claim, first, onStartup, cancellationToken));
    }

    private async Task<DateTimeOffset> RunClaimedAsync(long claim, bool first, bool onStartup, CancellationToken cancellationToken)
    {
        using var ended = new CancellationTokenSource();
        var keeping = KeepClaimAsync(claim, ended.Token);
        try
        {
            // Read again under the claim: another process may have run this occurrence.
            var now = time.GetUtcNow();
            var record = await ReadAsync(now, cancellationToken);
            if (record.Next > now && !onStartup)
                return record.Next;
            var pastDue = record.Next <= now && now - record.Next > (first ? TimeSpan.FromSeconds(1) : Late);
            if (pastDue)
                RuntimeLog.PastDue(log, function.Name, record.Next);
            await InvokeAsync(new TimerInfo { IsPastDue = pastDue, ScheduleStatus = StatusOf(record) }, cancellationToken);
            var next = NextAfter(now);
            await store.SaveAsync(function.Name, new TimerRecord(now, next, time.GetUtcNow()), CancellationToken.None);
            return next;
        }
        finally
        {
            await ended.CancelAsync();
            await keeping;
            await store.ReleaseAsync(function.Name, claim, CancellationToken.None);
        }
    }

    private async Task InvokeAsync(TimerInfo info, CancellationToken cancellationToken)
    {
        try
        {
            await invoker.RunAsync(function, info, info.IsPastDue ? "timer, past due" : "timer", cancellationToken).WaitAsync(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The invoker has logged it. A failed run does not stop the schedule: the next occurrence is the retry, as in the real host.
        }
    }

    private async Task<TimerRecord> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!trigger.UseMonitor)
            return unmonitored ??= new TimerRecord(null, NextAfter(now), now);
        var record = await store.FindAsync(function.Name, cancellationToken);
        // The schedule may have been changed since: what counts is when it would have come next after the last writing.
        if (record is not null)
        {
            var next = NextAfter(record.Last ?? record.Updated);
            return next == record.Next ? record : record with { Next = next };
        }

        record = new TimerRecord(null, NextAfter(now), now);
        await store.SaveAsync(function.Name, record, cancellationToken);
        return record;
    }

    private async Task KeepClaimAsync(long claim, CancellationToken ended)
    {
        while (!ended.IsCancellationRequested)
        {
            await Task.Delay(ClaimTime / 3, time, ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                if (!ended.IsCancellationRequested && !await store.RenewAsync(function.Name, claim, ClaimTime, CancellationToken.None))
                    return;
            }
            catch (Exception exception)
            {
                RuntimeLog.TimerFailed(log, exception, function.Name);
            }
        }
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
