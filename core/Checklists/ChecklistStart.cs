using NodaTime;

namespace OpsAutomation.Checklists;

/// <summary>What is said when a checklist is started.</summary>
/// <param name="Day">The day that its days count from.</param>
/// <param name="Today">The day it is, in the engagement's zone.</param>
public sealed record ChecklistStart(LocalDate Day, LocalDate Today)
{
    /// <summary>What it is for, or null.</summary>
    public string? For { get; init; }

    /// <summary>Who starts it, or what.</summary>
    public string? By { get; init; }

    /// <summary>The id of the person who does the lines that name nobody; null for nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>What tells a repetition of the same start, which then finds the same checklist; null where each start is another one.</summary>
    public string? Key { get; init; }
}
