namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>Remembers timers over restarts, and lets one process at a time run one.</summary>
public interface ITimerStore
{
    /// <summary>What is remembered of a timer; null before the first time.</summary>
    Task<TimerRecord?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Remembers a timer's status.</summary>
    Task SaveAsync(string name, TimerRecord record, CancellationToken cancellationToken = default);

    /// <summary>Claims a timer that is known for a time; null where somebody holds it.</summary>
    Task<long?> ClaimAsync(string name, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Prolongs a claim from now; false where it was lost.</summary>
    Task<bool> RenewAsync(string name, long claim, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Gives a claim up.</summary>
    Task ReleaseAsync(string name, long claim, CancellationToken cancellationToken = default);
}
