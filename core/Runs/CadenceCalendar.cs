using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Milestones;

namespace OpsAutomation.Runs;

/// <summary>
/// The days on which documents of the cadence are written, in the engagement's zone: the daily list on working days, the capacity plan and the sharing
/// session on Fridays, the improvement cycle on every other Friday, the Monthly Business Review and the board note on the fifth working day of the month, the
/// impact review at J+90. A Friday that is a holiday gives way to the last working day before it in its week. Other documents of the cadence follow the
/// figures and have no days.
/// </summary>
internal static class CadenceCalendar
{
    private const int DayOfReview = 5;
    private const int LongestSearch = 40;

    /// <summary>Whether a kind has days of its own.</summary>
    public static bool HasDays(string kind) => kind is "daily-list" or "capacity-plan" or "friday-session" or "improvement-cycle" or "monthly-business-review" or "board-note" or "impact-review";

    /// <summary>Whether a document is to be written: it has no days of its own, or was not written since the latest of them.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="kind">The kind of document.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="written">The day on which it was written last, or null.</param>
    public static bool IsDue(Engagement engagement, string kind, LocalDate today, LocalDate? written) =>
        !HasDays(kind) || (LastDue(engagement, kind, today) is { } due && !(written >= due));

    /// <summary>The latest day of a kind that has come, since the engagement began; null where none has.</summary>
    public static LocalDate? LastDue(Engagement engagement, string kind, LocalDate today)
    {
        if (kind == "impact-review")
            return MilestonePlan.For(engagement).FirstOrDefault(milestone => milestone.Id == "J90") is { } last && last.Due <= today ? last.Due : null;
        var calendar = WorkingDays.Of(engagement);
        for (var (day, back) = (today, 0); day >= engagement.Start && back < LongestSearch; day = day.PlusDays(-1), back++)
        {
            if (calendar.IsWorkingDay(day) && Falls(engagement, calendar, kind, day))
                return day;
        }

        return null;
    }

    private static bool Falls(Engagement engagement, WorkingDays calendar, string kind, LocalDate day) => kind switch
    {
        "daily-list" => true,
        "capacity-plan" or "friday-session" => IsLastOfWeek(calendar, day),
        "improvement-cycle" => IsLastOfWeek(calendar, day) && WeeksSinceStart(engagement, day) % 2 == 1,
        _ => calendar.Count(day.With(DateAdjusters.StartOfMonth), day) == DayOfReview,
    };

    private static bool IsLastOfWeek(WorkingDays calendar, LocalDate day) =>
        calendar.Count(day.PlusDays(1), LocalDate.Max(day, FridayOf(day))) == 0;

    // The first cycle ends with the second week, so that there was time to try something.
    private static int WeeksSinceStart(Engagement engagement, LocalDate day) => Period.DaysBetween(FridayOf(engagement.Start), FridayOf(day)) / 7;

    private static LocalDate FridayOf(LocalDate day) => day.PlusDays((int)IsoDayOfWeek.Friday - (int)day.DayOfWeek);
}
