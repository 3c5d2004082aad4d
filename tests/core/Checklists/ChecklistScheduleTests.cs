using NodaTime;
using NodaTime.Text;
using OpsAutomation.Checklists;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Checklists;

public sealed class ChecklistScheduleTests
{
    private static readonly WorkingDays France = new("FR");

    [Theory]
    [InlineData(ChecklistCadence.Week, "first working day", "2026-01-07", "2026-W02 2026-01-05")]
    [InlineData(ChecklistCadence.Week, "first working day", "2026-04-06", "2026-W14 2026-03-30")] // Easter Monday: not yet this week's
    [InlineData(ChecklistCadence.Week, "monday", "2026-04-07", "2026-W15 2026-04-07")] // moved to Tuesday
    [InlineData(ChecklistCadence.Week, "friday", "2026-01-08", "2026-W01 2026-01-02")]
    [InlineData(ChecklistCadence.Week, "last working day", "2026-05-01", "2026-W18 2026-04-30")] // 1 May is a holiday
    [InlineData(ChecklistCadence.Week, "first working day", "2026-01-01", "2026-W01 2025-12-29")] // the week of two years
    [InlineData(ChecklistCadence.Month, "first working day", "2026-05-03", "2026-04 2026-04-01")] // 1 to 3 May: holiday and weekend
    [InlineData(ChecklistCadence.Month, "first working day", "2026-05-04", "2026-05 2026-05-04")]
    [InlineData(ChecklistCadence.Month, "last working day", "2026-02-27", "2026-02 2026-02-27")]
    [InlineData(ChecklistCadence.Month, "31", "2026-03-02", "2026-02 2026-03-02")] // 28 February is a Saturday
    [InlineData(ChecklistCadence.Month, "15", "2026-06-14", "2026-05 2026-05-15")]
    [InlineData(ChecklistCadence.Quarter, "10", "2026-04-10", "2026-Q2 2026-04-10")]
    [InlineData(ChecklistCadence.Year, "03-15", "2026-03-20", "2026 2026-03-16")]
    [InlineData(ChecklistCadence.Day, "", "2026-01-05", "2026-01-05 2026-01-05")]
    public void The_last_start_is_of_its_period_and_on_a_working_day(ChecklistCadence cadence, string on, string today, string expected)
    {
        var due = ChecklistSchedule.Latest(Rule(cadence, on), Day(today), new(2020, 1, 1), France);

        $"{due!.Value.Period} {LocalDatePattern.Iso.Format(due.Value.Day)}".ShouldBe(expected);
    }

    [Theory]
    [InlineData(ChecklistCadence.Day, "", "2026-01-04")] // a Sunday
    [InlineData(ChecklistCadence.Quarter, "1", "2026-02-20")] // too long ago to be of use
    [InlineData(ChecklistCadence.Year, "1", "2026-11-23")]
    public void What_is_long_past_is_not_begun(ChecklistCadence cadence, string on, string today) =>
        ChecklistSchedule.Latest(Rule(cadence, on), Day(today), new(2020, 1, 1), France).ShouldBeNull();

    [Fact]
    public void Nothing_starts_before_the_rules_first_day() =>
        ChecklistSchedule.Latest(Rule(ChecklistCadence.Week, "monday"), Day("2026-01-07"), Day("2026-01-06"), France).ShouldBeNull();

    [Theory]
    [InlineData("sunday", ChecklistCadence.Week)]
    [InlineData("monday", ChecklistCadence.Month)]
    [InlineData("32", ChecklistCadence.Month)]
    [InlineData("0", ChecklistCadence.Month)]
    [InlineData("03-15", ChecklistCadence.Month)]
    [InlineData("13-01", ChecklistCadence.Year)]
    [InlineData("5", ChecklistCadence.Week)]
    [InlineData("first working day", ChecklistCadence.Day)]
    public void A_day_that_its_cadence_does_not_have_is_none(string on, ChecklistCadence cadence) => ChecklistDay.Read(on, cadence).ShouldBeNull();

    private static ChecklistRule Rule(ChecklistCadence cadence, string on) => new()
    {
        Id = "weekly",
        Kind = "checklist-weekly",
        Every = cadence,
        On = on.Length == 0 ? ChecklistDay.First : ChecklistDay.Read(on, cadence).ShouldNotBeNull(),
    };

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
