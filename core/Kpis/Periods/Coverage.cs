using OpsAutomation.Exports;
using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Periods;

/// <summary>
/// The days that the imports of a fact type cover: inside them an absent record means zero, outside it means that nothing is known.
/// They run from the first to the last day that any record is about, and on to the day that a person stated with <c>--taken</c>.
/// Events cover the days from a source's first to its last, and nothing between those and the imports. A period that lies partly inside counts as inside.
/// </summary>
internal sealed class Coverage
{
    // An export whose last record is older than this when it was imported may be an old file: the day of the import says nothing then.
    private const int FreshDays = 92;

    private readonly DaySpan? flows;
    private readonly DaySpan? stocks;
    private readonly IReadOnlyList<DaySpan> events;

    private Coverage(DaySpan? flows, DaySpan? stocks, IReadOnlyList<DaySpan> events, int? snapshot)
    {
        this.flows = flows;
        this.stocks = stocks;
        this.events = events;
        Snapshot = snapshot;
    }

    /// <summary>
    /// The day of the latest import that is about nothing but the day it was taken, as an export without dates is; null where there is none.
    /// </summary>
    public int? Snapshot { get; }

    /// <summary>The last day that imports cover, or null.</summary>
    public int? LastDay => flows?.To;

    /// <summary>The coverage of a fact type.</summary>
    public static Coverage Of(FactType type, IReadOnlyList<ImportSource> imports)
    {
        DaySpan? forFlows = null;
        DaySpan? forStocks = null;
        int? snapshot = null;
        var told = new List<DaySpan>();
        foreach (var import in imports)
        {
            var taken = DaySpan.DayOf(import.Taken);
            foreach (var count in import.Facts)
            {
                if (count.Type != type)
                    continue;
                if (import.IsEvents)
                {
                    if (count is { FirstDay: { } began, LastDay: { } ended })
                        told.Add(DaySpan.Of(began, ended));
                    continue;
                }

                if (count is not { FirstDay: { } first, LastDay: { } last })
                {
                    if (count.Read == count.Rejected)
                        continue;
                    snapshot = taken;
                    forFlows = Join(forFlows, new(taken, taken));
                    forStocks = Join(forStocks, new(taken, taken));
                    continue;
                }

                var days = DaySpan.Of(first, last);
                if (days == new DaySpan(taken, taken))
                    snapshot = taken;
                var stated = import.TakenIsStated ? days with { To = Math.Max(days.To, taken) } : days;
                forFlows = Join(forFlows, stated);
                forStocks = Join(forStocks, taken > days.To && taken - days.To <= FreshDays ? days with { To = taken } : stated);
            }
        }

        return new(forFlows, forStocks, told, snapshot);
    }

    /// <summary>Whether figures of the period are known: zero where no record belongs to it.</summary>
    public bool Holds(DaySpan period) => Overlap(flows, period) || events.Any(days => Overlap(days, period));

    /// <summary>
    /// Whether what stood at the end of the period is known. An export that was imported soon after its last record is taken to
    /// show the state of the day of its import; an old one says nothing of the time after its last record. Events tell what changed: they carry a
    /// stock on that an export began, and are none by themselves.
    /// </summary>
    public bool HoldsStock(DaySpan period) => Overlap(stocks, period)
        || (stocks is { } known && period.From >= known.From && events.Any(days => days.From - known.To <= FreshDays && Overlap(days, period)));

    /// <summary>Whether the snapshot stands for the period: it was taken within it, or after it by no more than its length.</summary>
    public bool HoldsSnapshot(DaySpan period) => Snapshot is { } day && day >= period.From && day <= period.To + period.Length;

    private static bool Overlap(DaySpan? covered, DaySpan period) => covered is { } days && period.To >= days.From && period.From <= days.To;

    private static DaySpan Join(DaySpan? hull, DaySpan days) => hull is { } known ? known.Hull(days) : days;
}
