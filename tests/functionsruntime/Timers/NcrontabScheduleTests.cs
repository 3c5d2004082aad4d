using System.Globalization;
using OpsAutomation.FunctionsRuntime.Timers;

namespace OpsAutomation.FunctionsRuntime.Tests.Timers;

public sealed class NcrontabScheduleTests
{
    [Theory]
    [InlineData("0 */15 * * * *", "2026-01-05T08:00:00Z", "2026-01-05T08:15:00Z")]
    [InlineData("0 */15 * * * *", "2026-01-05T08:14:59.9Z", "2026-01-05T08:15:00Z")]
    [InlineData("0 0 * * * *", "2026-12-31T23:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("30 5/10 * * * *", "2026-01-05T08:05:30Z", "2026-01-05T08:15:30Z")]
    [InlineData("0 0 9-17/4 * * *", "2026-01-05T09:00:00Z", "2026-01-05T13:00:00Z")]
    [InlineData("0 0 9-17/4 * * *", "2026-01-05T17:00:00Z", "2026-01-06T09:00:00Z")]
    [InlineData("0 30 7 * * Mon-Fri", "2026-01-02T07:30:00Z", "2026-01-05T07:30:00Z")]
    [InlineData("0 0 0 1 jan,July *", "2026-01-05T00:00:00Z", "2026-07-01T00:00:00Z")]
    [InlineData("0 0 0 31 * *", "2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 2 *", "2096-02-29T00:00:00Z", "2104-02-29T00:00:00Z")]
    [InlineData("0 0 0 29 2 MON", "2026-01-01T00:00:00Z", "2044-02-29T00:00:00Z")]
    [InlineData("0 0 0 13 * 5", "2026-03-13T00:00:00Z", "2026-11-13T00:00:00Z")]
    [InlineData("* * * * * *", "2026-01-05T08:00:00+02:00", "2026-01-05T06:00:01Z")]
    public void The_next_occurrence_is_strictly_after_the_moment(string expression, string after, string expected)
        => NcrontabSchedule.Parse(expression).Next(At(after)).ShouldBe(At(expected));

    [Fact]
    public void A_day_that_never_comes_has_no_occurrence()
        => NcrontabSchedule.Parse("0 0 0 30 2 *").Next(At("2026-01-01T00:00:00Z")).ShouldBeNull();

    [Theory]
    [InlineData("*/15 * * * *", "six were expected")]
    [InlineData("60 * * * * *", "second")]
    [InlineData("0 5-1 * * * *", "minute")]
    [InlineData("0 0 */0 * * *", "hour")]
    [InlineData("0 0 0 0 * *", "day")]
    [InlineData("0 0 0 * Smarch *", "month")]
    [InlineData("0 0 0 * * 7", "day of week")]
    [InlineData("0 0 0 1, * *", "day")]
    public void What_is_no_schedule_is_refused_and_the_field_named(string expression, string named)
        => Should.Throw<FormatException>(() => NcrontabSchedule.Parse(expression)).Message.ShouldContain(named);

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
