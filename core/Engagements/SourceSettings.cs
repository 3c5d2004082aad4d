namespace OpsAutomation.Engagements;

/// <summary>An export that is expected.</summary>
public sealed record SourceSettings
{
    /// <summary>The id of the source, such as <c>hubspot-deals</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>The profile to read it by; null detects it.</summary>
    public string? Profile { get; init; }

    /// <summary>Days after which the data count as old.</summary>
    public int StaleAfterDays { get; init; } = 8;

    /// <summary>Whether each export holds every record, so that absent ones are gone.</summary>
    public bool Full { get; init; }
}
