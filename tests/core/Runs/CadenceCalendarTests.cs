using NodaTime;
using OpsAutomation.Core.Tests.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Runs;

namespace OpsAutomation.Core.Tests.Runs;

public sealed class CadenceCalendarTests
{
    // J+0 is Monday 12 October 2026, in France; 11 November is a Wednesday and 25 December 2026 a Friday.
    private static readonly Engagement Lumen = Company.Engagement();

    [Theory]
    [InlineData("daily-list", "2026-11-10", "2026-11-10")]
    [InlineData("daily-list", "2026-11-11", "2026-11-10")] // a holiday
    [InlineData("daily-list", "2026-11-15", "2026-11-13")] // a Sunday
    [InlineData("friday-session", "2026-11-19", "2026-11-13")]
    [InlineData("friday-session", "2026-11-20", "2026-11-20")]
    [InlineData("capacity-plan", "2026-12-24", "2026-12-24")] // Christmas is the Friday: the day before
    [InlineData("capacity-plan", "2026-12-30", "2026-12-24")]
    [InlineData("improvement-cycle", "2026-10-22", null)]
    [InlineData("improvement-cycle", "2026-10-23", "2026-10-23")]
    [InlineData("improvement-cycle", "2026-11-05", "2026-10-23")]
    [InlineData("improvement-cycle", "2026-11-06", "2026-11-06")]
    [InlineData("monthly-business-review", "2026-11-05", null)]
    [InlineData("monthly-business-review", "2026-11-06", "2026-11-06")] // All Saints is a Sunday in 2026
    [InlineData("monthly-business-review", "2026-12-06", "2026-11-06")]
    [InlineData("monthly-business-review", "2026-12-07", "2026-12-07")]
    [InlineData("board-note", "2027-01-07", "2026-12-07")] // 1 January is a holiday: the fifth working day is the 8th
    [InlineData("board-note", "2027-01-08", "2027-01-08")]
    [InlineData("impact-review", "2027-01-09", null)]
    [InlineData("impact-review", "2027-01-11", "2027-01-10")]
    public void The_latest_day_that_has_come(string kind, string today, string? expected)
    {

        var due = CadenceCalendar.LastDue(Lumen, kind, Day(today));

        due.ShouldBe(expected is null ? null : Day(expected));
    }

    [Fact]
    public void Nothing_is_due_of_days_before_the_engagement_began() =>
        CadenceCalendar.LastDue(Lumen with { Start = new(2026, 11, 21) }, "friday-session", new(2026, 11, 26)).ShouldBeNull();

    [Fact]
    public void Each_day_has_one_document_however_often_somebody_asks()
    {
        var written = new Dictionary<string, List<LocalDate>>(StringComparer.Ordinal);
        foreach (var kind in new[] { "daily-list", "friday-session", "improvement-cycle", "monthly-business-review" })
        {
            written[kind] = [];
            // The app is down for a week in November.
            for (var today = Lumen.Start; today < new LocalDate(2027, 1, 1); today = today.PlusDays(1))
            {
                for (var asked = 0; asked < 3 && !(today >= new LocalDate(2026, 11, 18) && today < new LocalDate(2026, 11, 25)); asked++)
                {
                    if (CadenceCalendar.IsDue(Lumen, kind, today, written[kind].Count == 0 ? null : written[kind][^1]))
                        written[kind].Add(today);
                }
            }
        }

        written["friday-session"].ShouldBe([.. new[] { (10, 16), (10, 23), (10, 30), (11, 6), (11, 13), (11, 25), (11, 27), (12, 4), (12, 11), (12, 18), (12, 24), (12, 31) }.Select(On)]);
        written["improvement-cycle"].ShouldBe([.. new[] { (10, 23), (11, 6), (11, 25), (12, 4), (12, 18), (12, 31) }.Select(On)]);
        written["monthly-business-review"].ShouldBe([.. new[] { (11, 6), (12, 7) }.Select(On)]);
        written["daily-list"].Count.ShouldBe(WorkingDays.Of(Lumen).Count(Lumen.Start, new(2026, 12, 31)) - 5);
        written["daily-list"].Distinct().Count().ShouldBe(written["daily-list"].Count);

        static LocalDate On((int Month, int Day) day) => new(2026, day.Month, day.Day);
    }

    [Fact]
    public void Other_documents_follow_the_figures() => CadenceCalendar.IsDue(Lumen, "weekly-ops-agenda", Lumen.Start, Lumen.Start).ShouldBeTrue();

    private static LocalDate Day(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
