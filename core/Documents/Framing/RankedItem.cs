using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>An item of the backlog with its score.</summary>
/// <param name="Rank">1 for the first.</param>
/// <param name="Item">The item.</param>
/// <param name="Score">The exact score.</param>
public sealed record RankedItem(int Rank, BacklogItem Item, decimal Score)
{
    /// <summary>The score to show: one decimal, half away from zero. The order goes by the exact one.</summary>
    public decimal Shown => Math.Round(Score, 1, MidpointRounding.AwayFromZero);
}
