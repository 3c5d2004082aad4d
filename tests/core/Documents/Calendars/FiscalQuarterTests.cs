using NodaTime;
using OpsAutomation.Documents.Calendars;

namespace OpsAutomation.Core.Tests.Documents.Calendars;

public sealed class FiscalQuarterTests
{
    [Theory]
    [InlineData("2026-11-23", 1, "2026-10-01", "2026-12-31", "Q4 2026", "T1 2027")]
    [InlineData("2026-11-23", 10, "2026-10-01", "2026-12-31", "Q1 2026/27", "T2 2026/27")]
    [InlineData("2026-11-23", 3, "2026-09-01", "2026-11-30", "Q3 2026/27", "T4 2026/27")]
    [InlineData("2027-01-31", 12, "2026-12-01", "2027-02-28", "Q1 2026/27", "T2 2026/27")]
    [InlineData("2028-02-29", 3, "2027-12-01", "2028-02-29", "Q4 2027/28", "T1 2028/29")]
    public void A_quarter_is_that_of_its_fiscal_year(string day, int start, string from, string to, string name, string next)
    {
        var quarter = FiscalQuarter.Of(Day(day), start);

        (quarter.From, quarter.To).ShouldBe((Day(from), Day(to)));
        quarter.Name(Language.English).ShouldBe(name);
        quarter.Next.Name(Language.French).ShouldBe(next);
    }

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
