using NodaTime;

namespace OpsAutomation.Ops.Demonstration;

/// <summary>The clock of a demonstration: half past eight in the morning, in the company's zone, of the day that the script is at.</summary>
internal sealed class DemoClock(TimeProvider machine) : TimeProvider
{
    private static readonly LocalTime Morning = new(8, 30);

    private Instant now;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public void MoveTo(LocalDate day, DateTimeZone zone) => now = day.At(Morning).InZoneLeniently(zone).ToInstant();

    public override DateTimeOffset GetUtcNow() => now.ToDateTimeOffset();

    public override long GetTimestamp() => machine.GetTimestamp();
}
