using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>Tools in use that do the same thing.</summary>
/// <param name="Category">What they do, as the first of them writes it.</param>
/// <param name="Steps">The tools with what becomes of them, in the order of the inventory; two at least.</param>
public sealed record ToolOverlap(string Category, IReadOnlyList<ToolStep> Steps)
{
    /// <summary>The tools.</summary>
    public IEnumerable<Tool> Tools => Steps.Select(step => step.Tool);

    /// <summary>Those that the roadmap replaces or drops.</summary>
    public IReadOnlyList<ToolStep> Leaving => [.. Steps.Where(step => step.Decision != ToolDecision.Keep)];

    /// <summary>Whether more than one of them is to stay: nobody has decided yet.</summary>
    public bool IsOpen => Steps.Count - Leaving.Count > 1;

    /// <summary>What they cost together a month, as far as known.</summary>
    public decimal MonthlyCost => Tools.Sum(tool => tool.MonthlyCost ?? 0m);
}
