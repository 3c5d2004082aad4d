using NodaTime;
using OpsAutomation.Documents.Calendars;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Calendars;

public sealed class RoutineCalendarTests
{
    [Fact]
    public void On_a_public_holiday_a_routine_moves_within_its_week()
    {
        // Easter Monday 2027 is 29 March, Christmas 2026 a Friday, 1 January 2027 too.
        Days("weekly-ops", new(2027, 3, 29), new(2027, 4, 4)).ShouldBe([new LocalDate(2027, 3, 30)]);
        Days("capacity-plan", new(2026, 12, 21), new(2027, 1, 3)).ShouldBe([new LocalDate(2026, 12, 24), new LocalDate(2026, 12, 31)]);
    }

    [Fact]
    public void The_first_fortnight_ends_with_the_second_week() =>
        Days("improvement-cycle", new(2026, 10, 12), new(2026, 11, 21)).ShouldBe([new LocalDate(2026, 10, 23), new LocalDate(2026, 11, 6), new LocalDate(2026, 11, 20)]);

    [Fact]
    public void The_monthly_review_is_on_the_fifth_working_day() =>
        // 11 November is a holiday, after the fifth working day; 1 January pushes that of January.
        Days("monthly-review", new(2026, 11, 1), new(2027, 1, 31)).ShouldBe([new LocalDate(2026, 11, 6), new LocalDate(2026, 12, 7), new LocalDate(2027, 1, 8)]);

    [Fact]
    public void Priorities_are_set_in_the_last_week_of_the_fiscal_quarter()
    {
        Days("quarter-priorities", new(2026, 10, 1), new(2027, 3, 31)).ShouldBe([new LocalDate(2026, 12, 30), new LocalDate(2027, 3, 31)]);
        Days("quarter-priorities", new(2026, 10, 1), new(2027, 3, 31), fiscalStart: 3).ShouldBe([new LocalDate(2026, 11, 25), new LocalDate(2027, 2, 24)]);
    }

    [Fact]
    public void What_the_file_changes_holds_and_what_it_turns_off_is_gone()
    {
        var engagement = Company.Engagement() with
        {
            Routines =
            [
                new Routine { Id = "weekly-ops", Day = IsoDayOfWeek.Tuesday, Time = new LocalTime(9, 30), Chair = "ines" }, new Routine { Id = "sharing", Off = true },
                new Routine { Id = "chantier", Name = "Tour de chantier", Every = RoutineRhythm.Week, Day = IsoDayOfWeek.Wednesday },
            ],
        };

        var kept = KeptRoutine.Of(engagement);

        kept.Single(routine => routine.Id == "weekly-ops").ShouldSatisfyAllConditions(
            routine => routine.Day.ShouldBe(IsoDayOfWeek.Tuesday), routine => routine.Minutes.ShouldBe(45), routine => routine.Chair.ShouldBe("ines"));
        kept.Select(routine => routine.Id).ShouldNotContain("sharing", StringComparer.Ordinal);
        kept[^1].Name.Fr.ShouldBe("Tour de chantier");
    }

    private static List<LocalDate> Days(string id, LocalDate from, LocalDate to, int fiscalStart = 1) =>
    [
        .. RoutineCalendar.Between(Company.Engagement() with { FiscalYearStartMonth = fiscalStart }, from, to).Where(day => day.Routine.Id == id).Select(day => day.Day),
    ];
}
