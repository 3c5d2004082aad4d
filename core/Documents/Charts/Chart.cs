using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Charts;

/// <summary>A figure over time, with its target: a line with a gap wherever a figure is missing.</summary>
/// <param name="Title">What it shows and over which time.</param>
/// <param name="Unit">The unit of its figures.</param>
/// <param name="Currency">The currency of money, or null.</param>
/// <param name="Points">The points, oldest first.</param>
internal sealed record Chart(string Title, KpiUnit Unit, string? Currency, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>More points than this need the wider half of the page.</summary>
    public const int MostNarrow = 8;

    /// <summary>Whether any point has a figure.</summary>
    public bool HasValues => Points.Any(point => point.Value is not null);

    /// <summary>Whether any point has a target.</summary>
    public bool HasTarget => Points.Any(point => point.Target is not null);

    /// <summary>Whether any point has a range for its target.</summary>
    public bool HasRange => Points.Any(point => point.UpTo is not null);

    /// <summary>Whether it wants the wider half of the page.</summary>
    public bool IsWide => Points.Count > MostNarrow;

    /// <summary>
    /// The points that carry their figure: all of a short chart; of a long one the last, the greatest, the least and the first, as far as they do not
    /// stand side by side.
    /// </summary>
    public IReadOnlySet<int> Labelled()
    {
        var known = Enumerable.Range(0, Points.Count).Where(i => Points[i].Value is not null).ToList();
        if (!IsWide || known.Count == 0)
            return known.ToHashSet();
        var chosen = new HashSet<int>();
        foreach (var i in new[] { known[^1], known.MaxBy(i => Points[i].Value), known.MinBy(i => Points[i].Value), known[0] })
        {
            if (chosen.All(other => Math.Abs(other - i) > 1))
                chosen.Add(i);
        }

        return chosen;
    }
}
