using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;

namespace OpsAutomation.Kpis.Tickets;

/// <summary>
/// Measures the time between two moments: around the clock by the moments themselves, so that a night in which the clocks change has its true length; or
/// within opening hours, in local time, public holidays closed. Where a time is missing, whole days count, 24 hours each.
/// </summary>
internal sealed class OpeningClock(OpeningHours? hours, WorkingDays workingDays)
{
    private const long MillisecondsOfDay = 86_400_000L;

    /// <summary>The milliseconds from one moment to another, negative where the second is earlier.</summary>
    public long Between(FactTime from, FactTime to)
    {
        if (!from.HasTime || !to.HasTime)
            return Period.DaysBetween(from.Date, to.Date) * MillisecondsOfDay;
        var elapsed = (long)(to.Instant - from.Instant).TotalMilliseconds;
        if (hours is null || elapsed == 0)
            return elapsed;
        return elapsed > 0 ? Open(from, to) : -Open(to, from);
    }

    private long Open(FactTime from, FactTime to)
    {
        var opens = (int)(hours!.From.TickOfDay / NodaConstants.TicksPerMillisecond);
        var closes = (int)(hours.To.TickOfDay / NodaConstants.TicksPerMillisecond);
        var total = 0L;
        for (var day = from.Date; day <= to.Date; day = day.PlusDays(1))
        {
            if (!hours.Days.Contains(day.DayOfWeek) || workingDays.IsHoliday(day))
                continue;
            var start = day == from.Date ? Math.Max(opens, from.MillisecondOfDay) : opens;
            var end = day == to.Date ? Math.Min(closes, to.MillisecondOfDay) : closes;
            total += Math.Max(0, end - start);
        }

        return total;
    }
}
