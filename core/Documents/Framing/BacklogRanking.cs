using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>
/// Ranks a backlog by ICE (impact × confidence × ease, product of three figures from 1 to 10) or RICE (reach × impact × confidence in percent ÷
/// effort in days). Equal scores go by the greater impact, then by the fewer days, then by the order of the file; no two items share a rank.
/// </summary>
public static class BacklogRanking
{
    /// <summary>The most days of work that a quick win takes, unless the file says that it is one.</summary>
    public const decimal QuickDays = 2m;

    /// <summary>The open items, the best first.</summary>
    public static IReadOnlyList<RankedItem> Of(Backlog backlog) =>
    [
        .. backlog.Items
            .Where(item => item.IsOpen)
            .Select(item => (Item: item, Parts: Parts(item, backlog.Scoring)))
            .OrderByDescending(one => one.Parts, Ratio.Order)
            .ThenByDescending(one => one.Item.Impact)
            .ThenBy(one => one.Item.Days ?? decimal.MaxValue)
            .Select((one, index) => new RankedItem(index + 1, one.Item, one.Parts.Value)),
    ];

    /// <summary>Whether an item is a quick win: as the file says, else at most two days of work for an impact of at least the middle of the scale.</summary>
    public static bool IsQuickWin(BacklogItem item, BacklogScoring scoring) =>
        item.QuickWin ?? (item.Days <= QuickDays && item.Impact >= MiddleImpact(scoring));

    /// <summary>The impact from which a short item is a quick win.</summary>
    public static decimal MiddleImpact(BacklogScoring scoring) => scoring == BacklogScoring.Rice ? 1m : 5m;

    private static Ratio Parts(BacklogItem item, BacklogScoring scoring) => scoring == BacklogScoring.Rice
        ? new((item.Reach ?? 0m) * item.Impact * item.Confidence, 100m * (item.Days ?? 1m))
        : new(item.Impact * item.Confidence * (item.Ease ?? 1m), 1m);

    // Fractions are compared by cross multiplication, so that equal scores are equal whatever a division rounds.
    private readonly record struct Ratio(decimal Over, decimal Under)
    {
        public static IComparer<Ratio> Order { get; } = Comparer<Ratio>.Create((one, other) => (one.Over * other.Under).CompareTo(other.Over * one.Under));

        public decimal Value => Over / Under;
    }
}
