using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>An account of a person in a tool.</summary>
public sealed record AccessGrant
{
    /// <summary>The id of a person of the engagement; null for somebody else.</summary>
    public string? Person { get; init; }

    /// <summary>The name of somebody who is not among the people of the engagement: an accountant, an agency, a shared account.</summary>
    public string? Name { get; init; }

    /// <summary>The tool.</summary>
    public required string Tool { get; init; }

    /// <summary>What it may do.</summary>
    public required AccessRight Right { get; init; }

    /// <summary>The first day, or null where nobody knows.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>The day on which somebody last looked whether it is still needed, or null.</summary>
    public LocalDate? Reviewed { get; init; }

    /// <summary>The day on which it was closed, or null.</summary>
    public LocalDate? Closed { get; init; }

    /// <summary>Of somebody who is not among the people: the last day of work for the client, or null.</summary>
    public LocalDate? Left { get; init; }

    /// <summary>Whether several people use the same account.</summary>
    public bool Shared { get; init; }
}
