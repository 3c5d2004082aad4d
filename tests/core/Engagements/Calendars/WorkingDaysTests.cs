using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Engagements.Calendars;

public class WorkingDaysTests
{
    private readonly WorkingDays french = new("FR");

    [Fact]
    public void Weekends_and_holidays_are_no_working_days()
    {
        french.IsWorkingDay(new(2026, 11, 10)).ShouldBeTrue();
        french.IsWorkingDay(new(2026, 11, 11)).ShouldBeFalse();
        french.IsWorkingDay(new(2026, 11, 14)).ShouldBeFalse();
        french.IsWorkingDay(new(2026, 11, 15)).ShouldBeFalse();
        new WorkingDays("FR", "FR-57").IsWorkingDay(new(2026, 4, 3)).ShouldBeFalse();
        french.IsWorkingDay(new(2026, 4, 3)).ShouldBeTrue();
    }

    [Fact]
    public void The_next_working_day_skips_a_long_weekend()
    {
        french.NextWorkingDay(new(2026, 4, 3)).ShouldBe(new LocalDate(2026, 4, 7));
        french.OnOrAfter(new(2026, 4, 3)).ShouldBe(new LocalDate(2026, 4, 3));
        french.OnOrAfter(new(2026, 4, 4)).ShouldBe(new LocalDate(2026, 4, 7));
        french.NextWorkingDay(new(2026, 12, 31)).ShouldBe(new LocalDate(2027, 1, 4));
    }

    [Fact]
    public void Counts_include_both_ends()
    {
        french.Count(new(2026, 11, 9), new(2026, 11, 15)).ShouldBe(4);
        french.Count(new(2026, 11, 10), new(2026, 11, 10)).ShouldBe(1);
        french.Count(new(2026, 11, 1), new(2026, 11, 30)).ShouldBe(20);
        french.Count(new(2026, 11, 30), new(2026, 11, 1)).ShouldBe(0);
    }
}
