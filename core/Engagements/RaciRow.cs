namespace OpsAutomation.Engagements;

/// <summary>A process and who has which part in it, as person ids.</summary>
public sealed record RaciRow
{
    /// <summary>The process.</summary>
    public required string Process { get; init; }

    /// <summary>Who does it.</summary>
    public IReadOnlyList<string> Responsible { get; init; } = [];

    /// <summary>Who answers for it: one person in a sound matrix; the RACI document counts the lines that have none or several.</summary>
    public IReadOnlyList<string> Accountable { get; init; } = [];

    /// <summary>Who is asked before.</summary>
    public IReadOnlyList<string> Consulted { get; init; } = [];

    /// <summary>Who is told after.</summary>
    public IReadOnlyList<string> Informed { get; init; } = [];
}
