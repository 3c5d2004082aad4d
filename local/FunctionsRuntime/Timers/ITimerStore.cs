namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>Remembers timers over restarts, and lets one process at a time run one: all that share the store count as one app.</summary>
public interface ITimerStore
{
    /// <summary>What is remembered of a timer; null before the first time.</summary>
    Task<TimerRecord?> FindAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>Remembers a timer that is seen for the first time; what is remembered already stays.</summary>
    Task BeginAsync(string name, TimerRecord record, CancellationToken cancellationToken = default);

    /// <summary>Claims a timer that is remembered for a time of 15 to 60 seconds; null where somebody holds it.</summary>
    Task<string?> ClaimAsync(string name, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Prolongs a claim by its duration, from now; false where it was lost.</summary>
    Task<bool> RenewAsync(string name, string claim, TimeSpan duration, CancellationToken cancellationToken = default);

    /// <summary>Remembers a timer's status after a run under a claim; false, with nothing changed, where the claim was lost.</summary>
    Task<bool> SaveAsync(string name, string claim, TimerRecord record, CancellationToken cancellationToken = default);

    /// <summary>Gives a claim up; one that was lost already is no matter.</summary>
    Task ReleaseAsync(string name, string claim, CancellationToken cancellationToken = default);
}
