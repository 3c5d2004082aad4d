namespace OpsAutomation.Crash.Tests;

/// <summary>The clock of what surrounds the app: it is set by that of the app, so that both date things alike.</summary>
internal sealed class WorldClock : TimeProvider
{
    private (DateTimeOffset Now, long Timestamp) set;

    /// <summary>Sets it; it goes on at its usual pace.</summary>
    public void Set(DateTimeOffset now) => set = (now, GetTimestamp());

    public override DateTimeOffset GetUtcNow() => set.Now + GetElapsedTime(set.Timestamp);
}
