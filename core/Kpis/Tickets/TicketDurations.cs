using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Tickets;

/// <summary>Hours to the first answer by create date, and to the resolution by close date. A duration that the export gives outranks ours.</summary>
internal sealed class TicketDurations(DaySpan range, OpeningClock clock)
{
    private readonly DayDurations responses = new(range);
    private readonly DayDurations resolutions = new(range);

    /// <summary>Takes in a ticket.</summary>
    public void Add(FactRecord ticket)
    {
        var created = ticket.FindTime(TicketFields.Created);
        var closed = ticket.GetUtf8(TicketFields.Status).SequenceEqual("open"u8) ? null : ticket.FindTime(TicketFields.Closed);
        if (created is { } opened)
            Add(responses, opened, ticket.FindNumber(TicketFields.FirstResponseHours), opened, ticket.FindTime(TicketFields.FirstResponse));
        if (closed is { } end)
            Add(resolutions, end, ticket.FindNumber(TicketFields.ResolutionHours), created, end);
    }

    /// <summary>A percentile of the hours to the first answer.</summary>
    public Figure Response(DaySpan period, decimal fraction) => Find(responses, period, fraction);

    /// <summary>A percentile of the hours to the resolution.</summary>
    public Figure Resolution(DaySpan period, decimal fraction) => Find(resolutions, period, fraction);

    private static Figure Find(DayDurations durations, DaySpan period, decimal fraction)
    {
        var negative = durations.Negative(period);
        return Figure.Of(durations.Percentile(period, fraction, DayDurations.Hour)).Warned(negative == 0
            ? null
            : new(
                $"{negative} tickets end before they begin; their negative durations are counted as they are.",
                $"{negative} tickets finissent avant de commencer\u00a0; leurs durées négatives sont comptées telles quelles."));
    }

    private void Add(DayDurations durations, FactTime day, decimal? givenHours, FactTime? from, FactTime? to)
    {
        if (givenHours is { } hours)
            durations.Add(DaySpan.DayOf(day.Date), (long)decimal.Round(hours * DayDurations.Hour));
        else if (from is { } start && to is { } end)
            durations.Add(DaySpan.DayOf(day.Date), clock.Between(start, end));
    }
}
