using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Milestones;

namespace OpsAutomation.Documents.Workload;

/// <summary>
/// The capacity plan: for each person and week the hours of work that falls due, against the hours the person has on working days net of leave and public
/// holidays. The first week is what is left of the running one and takes what is overdue; eight whole weeks follow.
/// </summary>
/// <param name="Weeks">The weeks, the running one first where a working day of it is left.</param>
/// <param name="People">A line a person of the engagement's capacity, in its order.</param>
/// <param name="Others">Work of people without a capacity, and of nobody: hours by name, the most first.</param>
/// <param name="WithoutHours">How many things are due in these weeks, or overdue, whose hours nobody knows.</param>
/// <param name="Late">Hours that are overdue, within the first week.</param>
internal sealed record CapacityPlan(
    IReadOnlyList<DateInterval> Weeks, IReadOnlyList<PersonLoad> People, IReadOnlyList<(string? Name, decimal Hours)> Others, int WithoutHours, decimal Late)
{
    /// <summary>How many whole weeks lie ahead.</summary>
    public const int Ahead = 8;

    /// <summary>Percent above which a week is overbooked.</summary>
    public const decimal Full = 100m;

    /// <summary>Percent below which there is room.</summary>
    public const decimal Slack = 70m;

    /// <summary>Makes the plan.</summary>
    /// <param name="engagement">Capacity, leave, holidays and the hours of checklists and milestones.</param>
    /// <param name="today">The day it is.</param>
    /// <param name="facts">The tasks; null for none.</param>
    /// <param name="checklists">The checklists that were started.</param>
    /// <param name="milestones">The 30-60-90 plan, or null.</param>
    public static CapacityPlan Of(Engagement engagement, LocalDate today, IFactSource? facts, IReadOnlyList<Checklist> checklists, MilestoneReport? milestones)
    {
        var calendar = WorkingDays.Of(engagement);
        var weeks = WeeksFrom(today, calendar);
        var load = new LoadSums(engagement, weeks);
        TaskLoad.Add(load, facts);
        foreach (var checklist in checklists)
            load.Add(checklist, engagement.Effort.Checklists.GetValueOrDefault(checklist.Kind));
        foreach (var milestone in milestones?.Milestones ?? [])
            load.Add(milestone, engagement.Effort.Milestones.GetValueOrDefault(milestone.Id));
        return new(weeks, [.. engagement.Capacity.Select((person, i) => Line(engagement, person, weeks, load.Of(i), calendar))], load.Others(), load.WithoutHours, load.Late);
    }

    /// <summary>What is left of the running week, where that holds a working day, then eight whole weeks from Monday to Sunday.</summary>
    internal static IReadOnlyList<DateInterval> WeeksFrom(LocalDate today, WorkingDays calendar)
    {
        var sunday = today.DayOfWeek == IsoDayOfWeek.Sunday ? today : today.Next(IsoDayOfWeek.Sunday);
        var whole = Enumerable.Range(0, Ahead).Select(i => new DateInterval(sunday.PlusDays(1 + (7 * i)), sunday.PlusDays(7 + (7 * i))));
        return calendar.Count(today, sunday) > 0 ? [new(today, sunday), .. whole] : [.. whole];
    }

    private static PersonLoad Line(Engagement engagement, Capacity person, IReadOnlyList<DateInterval> weeks, IReadOnlyList<decimal> hours, WorkingDays calendar) => new(
        engagement.FindPerson(person.Person)?.Name ?? person.Person,
        [.. weeks.Select((week, i) => new WeekLoad(
            week,
            hours[i],
            week.Where(calendar.IsWorkingDay).Sum(person.HoursOn),
            week.Where(calendar.IsWorkingDay).Sum(day => (person.HoursPerWeek / 5m) - person.HoursOn(day)),
            week.Count(day => day.DayOfWeek <= IsoDayOfWeek.Friday && calendar.IsHoliday(day))))]);
}
