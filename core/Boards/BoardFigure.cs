using OpsAutomation.Digests;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Boards;

/// <summary>A KPI as a line of the board.</summary>
/// <param name="Figure">Figure, change, target, status and trend in words.</param>
/// <param name="Owner">Who answers for it; empty for nobody.</param>
public sealed record BoardFigure(DigestFigure Figure, string Owner)
{
    /// <summary>The SOP or playbook that moves it, where it is off target; null otherwise.</summary>
    public Remedy? Remedy { get; init; }
}
