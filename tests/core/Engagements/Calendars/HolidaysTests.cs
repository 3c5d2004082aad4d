using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Engagements.Calendars;

public class HolidaysTests
{
    [Theory]
    [InlineData("FR", null, 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("FR", "FR-67", 2026, "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData("FR", "FR-974", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-20 12-25")]
    [InlineData("BE", null, 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("LU", null, 2026, "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26")]
    [InlineData("CH", null, 2026, "01-01 05-14 08-01 12-25")]
    [InlineData("CH", "CH-GE", 2026, "01-01 04-03 04-06 05-14 05-25 08-01 09-10 12-25 12-31")]
    [InlineData("CH", "CH-VD", 2026, "01-01 01-02 04-03 04-06 05-14 05-25 08-01 09-21 12-25")]
    [InlineData("CH", "CH-VS", 2026, "01-01 03-19 05-14 06-04 08-01 08-15 11-01 12-08 12-25")]
    [InlineData("CH", "CH-NE", 2023, "01-01 01-02 03-01 04-07 05-01 05-18 08-01 12-25")]
    [InlineData("CH", "CH-NE", 2022, "01-01 03-01 04-15 05-01 05-26 08-01 12-25 12-26")]
    [InlineData("CH", "CH-JU", 2026, "01-01 01-02 04-03 04-06 05-01 05-14 05-25 06-04 06-23 08-01 08-15 11-01 12-25")]
    [InlineData("CH", "CH-FR", 2026, "01-01 04-03 05-14 06-04 08-01 08-15 11-01 12-08 12-25")]
    [InlineData("CA", null, 2026, "01-01 04-03 05-18 07-01 09-07 09-30 10-12 11-11 12-25 12-26")]
    [InlineData("CA", "CA-QC", 2026, "01-01 04-03 05-18 06-24 07-01 09-07 10-12 12-25")]
    [InlineData("CA", "CA-QC", 2029, "01-01 03-30 05-21 06-25 07-02 09-03 10-08 12-25")]
    [InlineData("CA", "CA-ON", 2026, "01-01 02-16 04-03 05-18 07-01 09-07 10-12 12-25 12-26")]
    [InlineData("US", null, 2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData("US", null, 2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData("GB", null, 2026, "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28")]
    [InlineData("GB", "GB-ENG", 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData("GB", "GB-SCT", 2022, "01-03 01-04 04-15 05-02 06-02 06-03 08-01 09-19 11-30 12-26 12-27")]
    [InlineData("GB", "GB-SCT", 2017, "01-02 01-03 04-14 05-01 05-29 08-07 11-30 12-25 12-26")]
    [InlineData("GB", "GB-NIR", 2026, "01-01 03-17 04-03 04-06 05-04 05-25 07-13 08-31 12-25 12-28")]
    [InlineData("IE", null, 2026, "01-01 02-02 03-17 04-06 05-04 06-01 08-03 10-26 12-25 12-26")]
    [InlineData("IE", null, 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26")]
    [InlineData("AU", null, 2026, "01-01 01-26 04-03 04-06 04-25 12-25 12-28")]
    [InlineData("NZ", null, 2026, "01-01 01-02 02-06 04-03 04-06 04-27 06-01 07-10 10-26 12-25 12-28")]
    [InlineData("DE", null, 2026, "")]
    public void A_year_has_the_holidays_of_its_law(string country, string? region, int year, string expected) =>
        string.Join(' ', Holidays.Of(country, region, year).Select(holiday => LocalDatePattern.CreateWithInvariantCulture("MM-dd").Format(holiday.Day)))
            .ShouldBe(expected);

    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1961, 4, 2)]
    [InlineData(2000, 4, 23)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Easter_is_where_the_church_puts_it(int year, int month, int day) =>
        Holidays.Of("FR", null, year).Single(holiday => holiday.Name.En == "Easter Monday").Day.ShouldBe(new LocalDate(year, month, day).PlusDays(1));

    [Fact]
    public void Every_holiday_lies_in_its_year_and_has_both_names()
    {
        string?[] regions = [null, "FR-57", "CH-GE", "CH-NE", "CA-QC", "CA-ON", "GB-SCT", "GB-NIR"];
        foreach (var country in new[] { "FR", "BE", "LU", "CH", "CA", "US", "GB", "IE", "AU", "NZ" })
        {
            foreach (var region in regions.Where(region => region is null || region.StartsWith(country, StringComparison.Ordinal)))
            {
                for (var year = 2010; year <= 2060; year++)
                {
                    var days = Holidays.Of(country, region, year);
                    days.ShouldAllBe(holiday => holiday.Day.Year == year && holiday.Name.En != "" && holiday.Name.Fr != "");
                    days.Distinct().Count().ShouldBe(days.Count);
                }
            }
        }
    }
}
