using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>Kept tools that do the same thing.</summary>
/// <param name="Category">What they do, as the first of them writes it.</param>
/// <param name="Tools">The tools, in the order of the inventory; two at least.</param>
public sealed record ToolOverlap(string Category, IReadOnlyList<Tool> Tools)
{
    /// <summary>What they cost together a month, as far as known.</summary>
    public decimal MonthlyCost => Tools.Sum(tool => tool.MonthlyCost ?? 0m);
}
