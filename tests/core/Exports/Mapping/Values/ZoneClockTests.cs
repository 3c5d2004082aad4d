using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping.Values;

public class ZoneClockTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly DateTimeZone NewYork = DateTimeZoneProviders.Tzdb["America/New_York"];

    [Fact]
    public void A_moment_late_in_the_evening_of_utc_belongs_to_the_next_day_in_paris()
    {
        var time = new ZoneClock(Paris).Convert(new DateParts(2024, 3, 31, ((22 * 60) + 30) * 60_000, 0));
        time.Date.ShouldBe(new LocalDate(2024, 4, 1));
        time.MillisecondOfDay.ShouldBe(30 * 60_000);
        time.OffsetMinutes.ShouldBe(120);
    }

    [Fact]
    public void A_day_without_a_time_never_shifts() =>
        new ZoneClock(NewYork, DateTimeZone.Utc).Convert(new DateParts(2024, 1, 1)).ShouldBe(FactTime.Day(new LocalDate(2024, 1, 1)));

    [Fact]
    public void A_time_of_the_header_s_zone_is_converted()
    {
        var time = new ZoneClock(NewYork, Paris).Convert(new DateParts(2024, 1, 1, 3 * 3_600_000));
        time.Date.ShouldBe(new LocalDate(2023, 12, 31));
        time.MillisecondOfDay.ShouldBe(21 * 3_600_000);
    }

    [Theory]
    [InlineData(9999, 12, 31)]
    [InlineData(1, 1, 1)]
    public void A_moment_where_the_calendar_ends_keeps_its_day(int year, int month, int day)
    {
        foreach (var offset in new[] { 0, -720, 720, DateParts.NoOffset })
        {
            foreach (var clock in new[] { new ZoneClock(Paris), new ZoneClock(NewYork), new ZoneClock(Paris, NewYork), new ZoneClock(NewYork, Paris) })
                clock.Convert(new DateParts(year, month, day, 86_399_000, offset)).Date.ShouldBe(new LocalDate(year, month, day));
        }
    }

    [Fact]
    public void Every_moment_is_converted_as_the_zone_says()
    {
        var clock = new ZoneClock(Paris);
        var local = new ZoneClock(Paris, NewYork);
        Prop.ForAll<int, int>((hours, milliseconds) =>
        {
            var instant = Instant.FromUnixTimeMilliseconds((hours % 500_000 * 3_600_000L) + (milliseconds % 3_600_000));
            var utc = instant.InUtc();
            var parts = new DateParts(utc.Year, utc.Month, utc.Day, (int)(utc.TickOfDay / 10_000), 0);
            var other = parts with { OffsetMinutes = DateParts.NoOffset };
            return clock.Convert(parts) == FactTime.At(instant, Paris)
                && local.Convert(other) == FactTime.At(NewYork.AtLeniently(utc.LocalDateTime).ToInstant(), Paris);
        }).QuickCheckThrowOnFailure();
    }
}
