using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Framing;

/// <summary>A lever found in the figures, with all that its arithmetic shows.</summary>
public sealed record Lever
{
    /// <summary>Why it is one.</summary>
    public required LeverKind Kind { get; init; }

    /// <summary>The figure.</summary>
    public required KpiResult Kpi { get; init; }

    /// <summary>The figure that is compared: the value, or the mean of the latest periods.</summary>
    public required decimal Now { get; init; }

    /// <summary>What it is compared with: the bound of the target that is missed, or the figure before.</summary>
    public required decimal Against { get; init; }

    /// <summary>Whether it is compared with its target, not with itself before.</summary>
    public required bool AgainstTarget { get; init; }

    /// <summary>How many periods each of two compared means holds; 1 compares single periods.</summary>
    public int Periods { get; init; } = 1;

    /// <summary>How many periods of a quarter the gap is counted for: 13 weeks, 3 months, or 1 for what is there only once.</summary>
    public int Times { get; init; } = 1;

    /// <summary>By what the levers of a kind are compared: a share of the target or of the figure before, or an amount of money.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Whether another figure would weigh more for this reason and is a lever already for another one.</summary>
    public bool AmongOthers { get; init; }

    /// <summary>How far the figure is from what it is compared with.</summary>
    public decimal Gap => Math.Abs(Now - Against);
}
