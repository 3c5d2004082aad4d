using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A routine of the company: one of the standard ones with what is different here, or one of its own.</summary>
public sealed record Routine
{
    /// <summary>The id: of a standard routine, such as <c>weekly-ops</c>, or a new one.</summary>
    public required string Id { get; init; }

    /// <summary>The name; null takes that of the standard routine.</summary>
    public string? Name { get; init; }

    /// <summary>How often; null takes that of the standard routine.</summary>
    public RoutineRhythm? Every { get; init; }

    /// <summary>The day of the week; null takes that of the standard routine.</summary>
    public IsoDayOfWeek? Day { get; init; }

    /// <summary>The time of day, or null.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>How long it takes in minutes; null takes that of the standard routine.</summary>
    public int? Minutes { get; init; }

    /// <summary>The id of the person who chairs it; null takes the role that usually does.</summary>
    public string? Chair { get; init; }

    /// <summary>What comes out of it; null takes that of the standard routine.</summary>
    public string? Output { get; init; }

    /// <summary>Whether the company does not keep this standard routine.</summary>
    public bool Off { get; init; }
}
