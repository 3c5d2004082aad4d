using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>An improvement that could be made.</summary>
public sealed record BacklogItem
{
    /// <summary>What would be done.</summary>
    public required string Title { get; init; }

    /// <summary>The id of the process it improves, or null.</summary>
    public string? Process { get; init; }

    /// <summary>The KPI that it should move, or null.</summary>
    public string? Kpi { get; init; }

    /// <summary>ICE: 1 to 10. RICE: 0.25 to 3.</summary>
    public required decimal Impact { get; init; }

    /// <summary>ICE: 1 to 10. RICE: percent, 1 to 100.</summary>
    public required decimal Confidence { get; init; }

    /// <summary>ICE: 1 to 10; else null.</summary>
    public decimal? Ease { get; init; }

    /// <summary>RICE: how many people or cases it reaches in a quarter; else null.</summary>
    public decimal? Reach { get; init; }

    /// <summary>Days of work: of RICE the effort, and more than 0; null where not said.</summary>
    public decimal? Days { get; init; }

    /// <summary>Whether it is a quick win; null decides by days and impact.</summary>
    public bool? QuickWin { get; init; }

    /// <summary>The id of the person who does it, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>The day it is to be done by, or null.</summary>
    public LocalDate? By { get; init; }

    /// <summary>Where it stands.</summary>
    public BacklogState State { get; init; } = BacklogState.Open;

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => State is BacklogState.Open or BacklogState.Started;
}
