namespace OpsAutomation.Engagements;

/// <summary>What an engagement says of the life of one document; what it leaves open follows from roles and size.</summary>
/// <param name="Kind">The kind, of the library or of the engagement's own.</param>
public sealed record DocumentLifeSetting(string Kind)
{
    /// <summary>The id of who owns it.</summary>
    public string? Owner { get; init; }

    /// <summary>The id of who approves it.</summary>
    public string? Approver { get; init; }

    /// <summary>The ids of who must read it, beside those who do the work by the RACI matrix.</summary>
    public IReadOnlyList<string> Readers { get; init; } = [];

    /// <summary>Whether a new version waits for approval.</summary>
    public bool? Approval { get; init; }

    /// <summary>Months after which it is due for review.</summary>
    public int? ReviewMonths { get; init; }
}
