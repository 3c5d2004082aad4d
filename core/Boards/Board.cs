using OpsAutomation.Locales;

namespace OpsAutomation.Boards;

/// <summary>One client on one page, formatted for its reader: figures, plan, what is late and whose it is, decisions, sources.</summary>
public sealed record Board
{
    /// <summary>The engagement's id.</summary>
    public required string Engagement { get; init; }

    /// <summary>The client's name.</summary>
    public required string Client { get; init; }

    /// <summary>The reader's locale.</summary>
    public required Locale Locale { get; init; }

    /// <summary>The day it is of, and the day of the plan.</summary>
    public required string Day { get; init; }

    /// <summary>The KPIs that the engagement follows, in its order.</summary>
    public required IReadOnlyList<BoardFigure> Figures { get; init; }

    /// <summary>The 30-60-90 plan.</summary>
    public required IReadOnlyList<BoardMilestone> Milestones { get; init; }

    /// <summary>What is late, the longest first.</summary>
    public required IReadOnlyList<LateItem> Late { get; init; }

    /// <summary>The decisions awaited, the earliest deadline first.</summary>
    public required IReadOnlyList<BoardDecision> Decisions { get; init; }

    /// <summary>The checklists that are not done, and those done within a week.</summary>
    public required IReadOnlyList<BoardChecklist> Checklists { get; init; }

    /// <summary>The documents that want attention.</summary>
    public IReadOnlyList<BoardDocument> Documents { get; init; } = [];

    /// <summary>The sources.</summary>
    public required IReadOnlyList<BoardSource> Sources { get; init; }

    /// <summary>What a reader must know of the figures and the plan.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
