using NodaTime;
using OpsAutomation.Documents.Workload;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Models;

/// <summary>The capacity plan as its template reads it.</summary>
internal static class CapacityLines
{
    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context)
    {
        var plan = CapacityPlan.Of(context.Engagement, context.Today, context.Facts, context.Checklists, context.Milestones);
        var lines = plan.People.ToList();
        if (lines.Count > 1)
            lines.Add(Team(context, plan));
        var over = plan.People.SelectMany(person => person.Weeks.Where(week => week.IsOver).Select(week => (person.Name, Week: week))).OrderBy(one => one.Week.Week.Start).ToList();
        return new()
        {
            ["from"] = plan.Weeks[0].Start,
            ["to"] = plan.Weeks[^1].End,
            ["weeks"] = plan.Weeks.Select(week => (object?)context.Locale.DayMonth(week.Start)).ToList(),
            ["people"] = lines.Select((person, i) => (object?)new Values
            {
                ["name"] = person.Name,
                ["team"] = i == plan.People.Count,
                ["cells"] = person.Weeks.Select(week => (object?)Cell(context, week)).ToList(),
            }).ToList(),
            ["over"] = over.Select(one => (object?)Over(context, one.Name, one.Week)).ToList(),
            ["overCount"] = over.Count,
            ["room"] = plan.People
                .Select(person => (person.Name, Weeks: person.Weeks.Where(week => week.HasRoom).ToList()))
                .Where(one => one.Weeks.Count > 0)
                .Select(one => (object?)new Values
                {
                    ["name"] = one.Name,
                    ["weeks"] = one.Weeks.Count,
                    ["hours"] = context.Locale.Number(one.Weeks.Sum(week => week.Capacity - week.Hours), 1),
                }).ToList(),
            ["others"] = plan.Others.Select(other => (object?)new Values { ["name"] = other.Name, ["hours"] = context.Locale.Number(other.Hours, 1) }).ToList(),
            ["leaves"] = plan.People.Select(person => Away(context, person)).OfType<object>().ToList<object?>(),
            ["withoutHours"] = plan.WithoutHours > 0 ? plan.WithoutHours : null,
            ["late"] = plan.Late > 0m ? context.Locale.Number(plan.Late, 1) : null,
        };
    }

    private static Values Cell(DocumentContext context, WeekLoad week) => new()
    {
        ["over"] = week.IsOver,
        ["text"] = week switch
        {
            { Capacity: 0m, Hours: 0m } => context.Language == Language.French ? "absence" : "away",
            { Capacity: 0m } => $"▲ {Hours(context, week.Hours)}/0",
            _ => $"{(week.IsOver ? "▲\u00a0" : week.HasRoom ? "▽\u00a0" : "")}{context.Locale.Percent(week.Rate!.Value, 0)} {Hours(context, week.Hours)}/{Hours(context, week.Capacity)}",
        },
    };

    private static Values Over(DocumentContext context, string name, WeekLoad week) => new()
    {
        ["name"] = name,
        ["week"] = context.Locale.Period(week.Week.Start, week.Week.End),
        ["hours"] = context.Locale.Kpi(week.Hours, KpiUnit.Hours),
        ["capacity"] = context.Locale.Kpi(week.Capacity, KpiUnit.Hours),
        ["excess"] = context.Locale.Kpi(week.Excess, KpiUnit.Hours),
        ["leave"] = week.Leave > 0m ? context.Locale.Kpi(week.Leave, KpiUnit.Hours) : null,
        ["holidays"] = week.Holidays > 0 ? week.Holidays : null,
    };

    // What a person's leave takes off, week by week; public holidays take as much from everybody and are not told again.
    private static Values? Away(DocumentContext context, PersonLoad person)
    {
        var weeks = person.Weeks.Where(week => week.Leave > 0m).ToList();
        return weeks.Count == 0 ? null : new()
        {
            ["name"] = person.Name,
            ["hours"] = context.Locale.Kpi(weeks.Sum(week => week.Leave), KpiUnit.Hours),
            ["weeks"] = string.Join(", ", weeks.Select(week => $"{context.Locale.Period(week.Week.Start, week.Week.End)} ({context.Locale.Kpi(week.Leave, KpiUnit.Hours)})")),
        };
    }

    private static PersonLoad Team(DocumentContext context, CapacityPlan plan) => new(
        context.Language == Language.French ? "Équipe" : "Team",
        [.. plan.Weeks.Select((week, i) => new WeekLoad(
            week, plan.People.Sum(person => person.Weeks[i].Hours), plan.People.Sum(person => person.Weeks[i].Capacity), plan.People.Sum(person => person.Weeks[i].Leave), plan.People[0].Weeks[i].Holidays))]);

    private static string Hours(DocumentContext context, decimal hours) => context.Locale.Number(decimal.Round(hours, 1, MidpointRounding.AwayFromZero));
}
