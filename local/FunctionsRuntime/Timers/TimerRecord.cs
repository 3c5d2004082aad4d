namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>Where a timer stands, in UTC.</summary>
/// <param name="Last">The last run's start; null before the first.</param>
/// <param name="Next">The next occurrence.</param>
/// <param name="Updated">When this was written.</param>
public sealed record TimerRecord(DateTimeOffset? Last, DateTimeOffset Next, DateTimeOffset Updated);
