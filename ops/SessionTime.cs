using NodaTime;

namespace OpsAutomation.Ops;

/// <summary>The machine's clock, which <c>--at</c> can move to another day for the length of a command.</summary>
internal sealed class SessionTime(TimeProvider machine) : TimeProvider
{
    private TimeSpan shift;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + shift;

    public override long GetTimestamp() => machine.GetTimestamp();

    /// <summary>Moves the clock to the end of a day, so that everything of that day is due; today stays as it is.</summary>
    public void MoveTo(LocalDate day, DateTimeZone zone)
    {
        if (Instant.FromDateTimeOffset(machine.GetUtcNow()).InZone(zone).Date == day)
            return;
        var end = zone.AtStartOfDay(day.PlusDays(1)).ToInstant() - Duration.FromSeconds(1);
        shift = end.ToDateTimeOffset() - machine.GetUtcNow();
    }
}
