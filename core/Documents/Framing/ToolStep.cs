using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>What becomes of a tool of the inventory.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Move">The line of the roadmap, or null where there is none: then it is kept, or was dropped.</param>
/// <param name="Effect">The change of the cost a month: negative saves; null where a cost is not known.</param>
public sealed record ToolStep(Tool Tool, ToolMove? Move, decimal? Effect)
{
    /// <summary>The decision; a tool without a line is kept where the inventory keeps it.</summary>
    public ToolDecision Decision => Move?.Decision ?? (Tool.Kept ? ToolDecision.Keep : ToolDecision.Drop);

    /// <summary>The cost a month of what takes over, where the cost today is not known: no effect can be told, but it will be paid.</summary>
    public decimal Added { get; init; }

    /// <summary>Whether the tool is paid for today: it is kept, or its end is still to come.</summary>
    public bool IsPaid => Tool.Kept || Move is not null;
}
