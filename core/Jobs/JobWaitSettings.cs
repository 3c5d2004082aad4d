using NodaTime;

namespace OpsAutomation.Jobs;

/// <summary>How long work waits that failed for a reason which may last, such as a service that is away.</summary>
public sealed record JobWaitSettings
{
    /// <summary>The first wait, and the least; each later one is as long as the work has failed so far.</summary>
    public Duration Shortest { get; init; } = Duration.FromSeconds(30);

    /// <summary>The most that is waited, whatever the other side asks for.</summary>
    public Duration Longest { get; init; } = Duration.FromMinutes(30);
}
