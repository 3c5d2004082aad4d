using NodaTime;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Facts;

public sealed class FactTimeTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Fact]
    public void A_time_that_a_change_of_the_clock_skips_stays_as_written()
    {
        var written = new LocalDateTime(2025, 3, 30, 2, 30);
        var time = FactTime.At(written, Paris);
        time.Local.ShouldBe(written);
        time.Instant.ShouldBe(Instant.FromUtc(2025, 3, 30, 1, 30));
    }

    [Fact]
    public void A_time_that_comes_twice_is_the_first_of_the_two() =>
        FactTime.At(new LocalDateTime(2025, 10, 26, 2, 30), Paris).Instant.ShouldBe(Instant.FromUtc(2025, 10, 26, 0, 30));

    [Fact]
    public void Day_numbers_count_from_1970_over_leap_years_and_centuries()
    {
        var record = new FactRecord(DealFields.Schema);
        for (var day = new LocalDate(1583, 1, 1); day.Year < 2500; day = day.PlusDays(17))
        {
            record.Set(DealFields.Created, day);
            record.GetDayNumber(DealFields.Created).ShouldBe(Period.DaysBetween(new LocalDate(1970, 1, 1), day));
        }
    }
}
