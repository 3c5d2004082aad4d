using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Tickets;

/// <summary>The tickets opened in the period asked for, by the text of a field: the ten most frequent.</summary>
internal sealed class TicketTable(PeriodPlan plan, FactField field, CurrencyTable currencies, string absent)
{
    private const int Lines = 10;
    private readonly Tally tally = new(currencies);
    private bool any;

    /// <summary>Takes in a ticket that was opened on a day.</summary>
    public void Add(FactRecord ticket, int opened)
    {
        any |= ticket.Has(field);
        if (plan.Asked.Holds(opened))
            tally.Add(ticket.GetUtf8(field));
    }

    /// <summary>The table; nothing where no ticket has the field.</summary>
    public Figure Find(DaySpan period, Figure opened) => !any ? Figure.None
        : period == plan.Asked ? opened with { Rows = tally.ToRows(absent, Lines) }
        : opened;
}
