using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>What the company has settled for the continuity plan and the playbooks.</summary>
public sealed record Continuity
{
    /// <summary>The activities in the order in which they come back; empty for the values to start from.</summary>
    public IReadOnlyList<ContinuityActivity> Activities { get; init; } = [];

    /// <summary>The day on which the times were confirmed, or null.</summary>
    public LocalDate? Confirmed { get; init; }

    /// <summary>Who repairs tools, access and backups: the id of a person, or a name; null where nobody was named.</summary>
    public string? Repairs { get; init; }

    /// <summary>Who repairs where the first cannot.</summary>
    public string? RepairsDeputy { get; init; }

    /// <summary>Where the list of telephone numbers is, or null.</summary>
    public string? Numbers { get; init; }
}
