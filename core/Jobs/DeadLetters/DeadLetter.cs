using System.Text.Json.Serialization;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs.DeadLetters;

/// <summary>A message that failed: collection <c>dead-letters</c> of its engagement, or of <c>_app</c> where it names none.</summary>
public sealed record DeadLetter
{
    /// <summary>The id by which it is replayed: ten hexadecimal characters, the same whenever the same work fails.</summary>
    public required string Id { get; init; }

    /// <summary>The queue that it came from, without <c>-poison</c>.</summary>
    public required string Queue { get; init; }

    /// <summary>The message as it was.</summary>
    public required string Message { get; init; }

    /// <summary>The key of the work; null where the message could not be read.</summary>
    public string? Key { get; init; }

    /// <summary>Where it stands.</summary>
    public required DeadLetterState State { get; init; }

    /// <summary>Why it failed last.</summary>
    public required LocalizedText Reason { get; init; }

    /// <summary>When it failed first.</summary>
    public required Instant FirstSeen { get; init; }

    /// <summary>When it failed last.</summary>
    public required Instant LastSeen { get; init; }

    /// <summary>When the OBM or operator was told of this failure; null where not yet, or where nobody can be told.</summary>
    public Instant? Told { get; init; }

    /// <summary>How often it failed for good: once, and once more for each time that it was mended or replayed and failed again.</summary>
    public int Times { get; init; }

    /// <summary>How often it was replayed.</summary>
    public int Replays { get; init; }

    /// <summary>When it was replayed last, or null.</summary>
    public Instant? ReplayedAt { get; init; }

    /// <summary>The partition that it is kept in.</summary>
    [JsonIgnore]
    public EngagementId Engagement { get; init; }

    /// <summary>Whether it waits for somebody to mend what failed.</summary>
    [JsonIgnore]
    public bool IsOpen => State is DeadLetterState.Dead or DeadLetterState.Replaying;
}
