using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>One milestone as it stands on a day.</summary>
public sealed record MilestoneStatus
{
    /// <summary>The id, such as <c>J30</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Days after the start, J+0.</summary>
    public required int Day { get; init; }

    /// <summary>The title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The due date.</summary>
    public required LocalDate Due { get; init; }

    /// <summary>The first due date, where it was moved the one before.</summary>
    public required LocalDate FirstDue { get; init; }

    /// <summary>Why the due date was moved, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>The status.</summary>
    public required MilestoneState Status { get; init; }

    /// <summary>Whether it is due within seven days and not done.</summary>
    public required bool DueSoon { get; init; }

    /// <summary>The share of criteria met, 0 to 1.</summary>
    public required decimal Progress { get; init; }

    /// <summary>The id of the person who owns it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The day it was done, or null.</summary>
    public LocalDate? DoneOn { get; init; }

    /// <summary>The criteria.</summary>
    public required IReadOnlyList<CriterionStatus> Criteria { get; init; }
}
