using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Tickets;

/// <summary>The KPIs over tickets.</summary>
internal sealed class TicketPass : FactPass
{
    private const decimal Median = 0.5m;
    private const decimal P90 = 0.9m;
    private readonly DayCounts opened;
    private readonly DayCounts closed;
    private readonly DayCounts open;
    private readonly TicketDurations durations;
    private readonly TicketTable issues;
    private readonly TicketTable customers;
    private readonly MarkedTickets complaints;
    private readonly MarkedTickets reopened;
    private readonly MarkedTickets firstContact;

    public TicketPass(PassContext context)
        : base(FactType.Ticket, context)
    {
        var engagement = context.Engagement;
        var french = engagement.Language == Language.French;
        var currencies = new CurrencyTable(engagement.Currency);
        opened = new(context.Range);
        closed = new(context.Range);
        open = new(context.Range);
        durations = new(context.Range, new(engagement.OpeningHours, context.WorkingDays));
        issues = new(context.PlanOf(KpiIds.TopIssues), TicketFields.Issue, currencies, french ? "Non précisé" : "Not stated");
        customers = new(context.PlanOf(KpiIds.TopCustomers), TicketFields.Customer, currencies, french ? "Non précisé" : "Not stated");
        complaints = MarkedTickets.Of(engagement, "complaint", context.Range);
        reopened = MarkedTickets.Of(engagement, "reopened", context.Range);
        firstContact = MarkedTickets.Of(engagement, "first-contact", context.Range);
    }

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        durations.Add(record);
        var isOpen = !record.GetUtf8(TicketFields.Status).SequenceEqual("closed"u8) && !record.Has(TicketFields.Closed);
        isOpen |= record.GetUtf8(TicketFields.Status).SequenceEqual("open"u8);
        var created = record.FindTime(TicketFields.Created) is { } start ? DaySpan.DayOf(start.Date) : (int?)null;
        var ended = !isOpen && record.FindTime(TicketFields.Closed) is { } end ? DaySpan.DayOf(end.Date) : (int?)null;
        if (created is { } first)
        {
            opened.Add(first);
            complaints.Add(record, first);
            issues.Add(record, first);
            customers.Add(record, first);
        }

        if (ended is { } last)
        {
            closed.Add(last);
            reopened.Add(record, last);
            firstContact.Add(record, last);
        }

        // As with deals: closed on an unknown day was never seen open; open since an unknown day is open as far back as anybody asks.
        if (isOpen)
            open.AddSpell(created ?? int.MinValue, int.MaxValue);
        else if (created is { } from && ended is { } until)
            open.AddSpell(from, until);
    }

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period) => kpi switch
    {
        KpiIds.OpenedCount => Figure.Of(opened.Sum(period)),
        KpiIds.ClosedCount => Figure.Of(closed.Sum(period)),
        KpiIds.Backlog => Figure.Of(open.LevelAt(period.To)),
        KpiIds.FirstResponseHours => durations.Response(period, Median),
        KpiIds.FirstResponseHoursP90 => durations.Response(period, P90),
        KpiIds.ResolutionHours => durations.Resolution(period, Median),
        KpiIds.ResolutionHoursP90 => durations.Resolution(period, P90),
        KpiIds.TopIssues => issues.Find(period, Figure.Of(opened.Sum(period))),
        KpiIds.TopCustomers => customers.Find(period, Figure.Of(opened.Sum(period))),
        KpiIds.ComplaintRate => complaints.Over(opened, period),
        KpiIds.ReopenedRate => reopened.Over(closed, period),
        KpiIds.FirstContactResolution => firstContact.Over(closed, period),
        _ => Figure.None,
    };
}
