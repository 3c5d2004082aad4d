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

    /// <summary>Where its exports are pulled from.</summary>
    public SourceOrigin Origin { get; init; } = InboxOrigin.Instance;

    /// <summary>
    /// Which files are its own where one place holds those of several sources: names with <c>*</c> and <c>?</c>, compared without case;
    /// empty for any.
    /// </summary>
    public IReadOnlyList<string> Files { get; init; } = [];
}
