using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>A maintenance plan that a site subscribes to.</summary>
internal sealed record CarePlan(string Id, string Customer, string Site, bool IsAnnual, decimal Amount, LocalDate Start, LocalDate? Ended)
{
    /// <summary>The days before a day on which the plan was charged: its first, then each month or year.</summary>
    public IEnumerable<LocalDate> Charges(LocalDate before)
    {
        var end = Ended is { } ended && ended < before ? ended : before;
        for (var count = 0; Start.Plus(Period.FromMonths(count * (IsAnnual ? 12 : 1))) is var day && day < end; count++)
            yield return day;
    }
}
