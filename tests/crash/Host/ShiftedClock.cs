namespace OpsAutomation.CrashHost;

/// <summary>A clock that begins at a moment that is given and goes on at its usual pace.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    private readonly DateTimeOffset start;
    private readonly long started;

    /// <summary>How far it is ahead of the machine's clock.</summary>
    public TimeSpan Shift { get; }

    public ShiftedClock(DateTimeOffset start)
    {
        this.start = start;
        started = GetTimestamp();
#pragma warning disable RS0030 // What other processes date, they date by the machine's clock.
        Shift = start - System.GetUtcNow();
#pragma warning restore RS0030
    }

    public override DateTimeOffset GetUtcNow() => start + GetElapsedTime(started);
}
