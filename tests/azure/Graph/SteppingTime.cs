using NodaTime;

namespace OpsAutomation.Azure.Tests.Graph;

/// <summary>A clock that a wait moves on: whoever waits for a minute is a minute later at once.</summary>
internal sealed class SteppingTime : TimeProvider
{
    private readonly Lock gate = new();
    private DateTimeOffset now = new(2026, 11, 23, 6, 30, 0, TimeSpan.Zero);

    /// <summary>The waits that were asked for.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
            return now;
    }

    public void Advance(Duration by)
    {
        lock (gate)
            now += by.ToTimeSpan();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime <= TimeSpan.Zero)
            return base.CreateTimer(callback, state, dueTime, period);
        lock (gate)
        {
            Waits.Add(dueTime);
            now += dueTime;
        }

        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
