using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Tickets;

/// <summary>Tickets that bear a mark, which the engagement says how to see; without that there is nothing to count.</summary>
internal sealed class MarkedTickets(Conditions? mark, DaySpan range)
{
    private readonly DayCounts marked = new(range);

    /// <summary>The tickets of a mark.</summary>
    public static MarkedTickets Of(Engagement engagement, string mark, DaySpan range) =>
        new(engagement.Kpis.Marks.TryGetValue(mark, out var condition) ? new(FactType.Ticket, [condition]) : null, range);

    /// <summary>Takes in a ticket on the day by which it belongs to a period.</summary>
    public void Add(FactRecord ticket, int day)
    {
        if (mark?.Hold(ticket) == true)
            marked.Add(day);
    }

    /// <summary>The share of those marked.</summary>
    public Figure Over(DayCounts all, DaySpan period) => mark is null ? Figure.None : Figure.Ratio(marked.Sum(period), all.Sum(period), 100m);
}
