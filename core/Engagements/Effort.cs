namespace OpsAutomation.Engagements;

/// <summary>Hours of work that no export knows, for the capacity plan.</summary>
public sealed record Effort
{
    /// <summary>Hours a line, by the kind of checklist.</summary>
    public IReadOnlyDictionary<string, decimal?> Checklists { get; init; } = new Dictionary<string, decimal?>(StringComparer.Ordinal);

    /// <summary>Hours of all its criteria, by the id of the milestone.</summary>
    public IReadOnlyDictionary<string, decimal?> Milestones { get; init; } = new Dictionary<string, decimal?>(StringComparer.OrdinalIgnoreCase);
}
