using NodaTime;

namespace OpsAutomation.Facts;

/// <summary>
/// A day, or a moment of a day, in the engagement's time zone. A date-only value never shifts between zones;
/// a moment keeps its offset, so that elapsed hours stay right over changes to and from summer time.
/// </summary>
/// <param name="Date">The local day.</param>
/// <param name="MillisecondOfDay">Milliseconds since local midnight, or -1 for a day without a time.</param>
/// <param name="OffsetMinutes">Minutes ahead of UTC; 0 for a day without a time.</param>
public readonly record struct FactTime(LocalDate Date, int MillisecondOfDay, int OffsetMinutes)
{
    /// <summary>A day without a time.</summary>
    public static FactTime Day(LocalDate date) => new(date, -1, 0);

    /// <summary>A moment, seen from a time zone.</summary>
    public static FactTime At(Instant instant, DateTimeZone zone) => At(instant.InZone(zone).ToOffsetDateTime());

    /// <summary>A moment whose offset is known.</summary>
    public static FactTime At(OffsetDateTime local) => new(local.Date, (int)(local.TickOfDay / NodaConstants.TicksPerMillisecond), local.Offset.Seconds / 60);

    /// <summary>
    /// A local date and time, kept as it was written: where a change of the clock repeats it, the first of the two moments; where it is
    /// skipped, the moment that the clock would have reached without the change.
    /// </summary>
    public static FactTime At(LocalDateTime local, DateTimeZone zone) =>
        new(local.Date, (int)(local.TickOfDay / NodaConstants.TicksPerMillisecond), zone.MapLocal(local).EarlyInterval.WallOffset.Seconds / 60);

    /// <summary>Whether a time of day is known.</summary>
    public bool HasTime => MillisecondOfDay >= 0;

    /// <summary>The local date and time; midnight where no time is known.</summary>
    public LocalDateTime Local => Date.AtMidnight().PlusMilliseconds(HasTime ? MillisecondOfDay : 0);

    /// <summary>The moment in UTC; of a day without a time, its midnight read as UTC.</summary>
    public Instant Instant => Local.WithOffset(Offset.FromSeconds(OffsetMinutes * 60)).ToInstant();
}
