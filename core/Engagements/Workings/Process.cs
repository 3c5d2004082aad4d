namespace OpsAutomation.Engagements;

/// <summary>A process of the client, as the process map shows it.</summary>
public sealed record Process
{
    /// <summary>A short id by which handoffs and the backlog name it.</summary>
    public required string Id { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the person who answers for it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The team that does it, or null.</summary>
    public string? Team { get; init; }

    /// <summary>What starts it, or null.</summary>
    public string? Trigger { get; init; }

    /// <summary>What comes in, or null.</summary>
    public string? Input { get; init; }

    /// <summary>What comes out, or null.</summary>
    public string? Output { get; init; }

    /// <summary>The tool it is done in, or null.</summary>
    public string? Tool { get; init; }

    /// <summary>How often it runs in a month, or null.</summary>
    public decimal? PerMonth { get; init; }

    /// <summary>Hours of work that one run takes, or null.</summary>
    public decimal? Hours { get; init; }

    /// <summary>What hurts in it, or null.</summary>
    public string? Pain { get; init; }

    /// <summary>The kind of SOP that covers it, or the https address of a procedure kept elsewhere; null where none is named.</summary>
    public string? Sop { get; init; }

    /// <summary>The processes it hands its output to.</summary>
    public IReadOnlyList<ProcessHandoff> Next { get; init; } = [];

    /// <summary>Hours of work a month: runs times hours; null where one of both is not known.</summary>
    public decimal? HoursPerMonth => PerMonth * Hours;
}
