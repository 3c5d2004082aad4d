using NodaTime;

namespace OpsAutomation.Events;

/// <summary>How attempts to deliver events are made.</summary>
public sealed record EventAttemptSettings
{
    /// <summary>
    /// For how long an attempt counts as under way: longer than one takes. Whoever finds it begun waits for its end, or for this where the process died.
    /// </summary>
    public Duration Longest { get; init; } = Duration.FromSeconds(30);
}
