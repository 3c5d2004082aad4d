using NodaTime;
using OpsAutomation.Documents.Calendars;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>Routines with their days, decision rights and policies, as the Operating System shows them.</summary>
internal static class OperatingLines
{
    private const int Weeks = 8;

    /// <summary>The parts of the Operating System that other documents do not have.</summary>
    public static Values Model(DocumentContext context, People people) => new()
    {
        ["routines"] = KeptRoutine.Of(context.Engagement).Select(routine => (object?)Routine(context, routine, people)).ToList(),
        ["weeks"] = WeeksOf(context),
        ["rights"] = Rights(context, people),
        ["rightsProposed"] = context.Engagement.DecisionRights.Count == 0,
        ["policies"] = Policies(context, people),
        ["policiesProposed"] = context.Engagement.Policies.Count == 0,
    };

    private static Values Routine(DocumentContext context, KeptRoutine routine, People people) => new()
    {
        ["name"] = routine.Name.In(context.Language),
        ["when"] = When(context, routine),
        ["length"] = routine.Minutes is { } minutes ? Length(minutes) : null,
        ["chair"] = people.Name(routine.Chair),
        ["output"] = routine.Output?.In(context.Language),
    };

    private static string Length(int minutes) => minutes >= 120 && minutes % 60 == 0 ? $"{minutes / 60}\u00a0h" : $"{minutes}\u00a0min";

    private static string When(DocumentContext context, KeptRoutine routine)
    {
        var french = context.Language == Language.French;
        // 1 January 2024 was a Monday.
        var day = routine.Day is { } weekday ? context.Locale.LongDate(new LocalDate(2024, 1, (int)weekday)).Split([' ', ','])[0] : null;
        var when = (routine.Every, french, day) switch
        {
            (RoutineRhythm.Week, true, _) => $"chaque {day}",
            (RoutineRhythm.Week, false, _) => $"every {day}",
            (RoutineRhythm.Fortnight, true, _) => $"un {day} sur deux",
            (RoutineRhythm.Fortnight, false, _) => $"every other {day}",
            (RoutineRhythm.Month, true, null) => "cinquième jour ouvré du mois",
            (RoutineRhythm.Month, false, null) => "fifth working day of the month",
            (RoutineRhythm.Month, true, _) => $"premier {day} à partir du cinquième jour ouvré",
            (RoutineRhythm.Month, false, _) => $"first {day} from the fifth working day",
            (_, true, _) => $"dernier {day} du trimestre",
            _ => $"last {day} of the quarter",
        };
        return routine.Time is { } time ? when + ", " + context.Locale.Time(time) : when;
    }

    // A line a week: which day has what, and which public holiday moved it.
    private static List<object?> WeeksOf(DocumentContext context)
    {
        // From a weekend on, the week to come is the first.
        var today = context.Today.DayOfWeek >= IsoDayOfWeek.Saturday ? context.Today.PlusDays(2) : context.Today;
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var last = monday.PlusDays((7 * Weeks) - 1);
        // The mail comes by itself: nobody has to keep a time free for it.
        var all = RoutineCalendar.Between(context.Engagement, monday, last).Where(day => day.Routine.Id != "weekly-digest").ToList();
        var holidays = Enumerable.Range(monday.Year, last.Year - monday.Year + 1)
            .SelectMany(year => Holidays.Of(context.Engagement.Country, context.Engagement.Region, year)).Select(holiday => holiday.Day).Distinct().ToList();
        return
        [
            .. Enumerable.Range(0, Weeks).Select(n => monday.PlusWeeks(n)).Select(week =>
            {
                var days = all.Where(day => day.Day >= week && day.Day <= week.PlusDays(6)).GroupBy(day => day.Day).ToList();
                var off = holidays.Where(day => day >= week && day <= week.PlusDays(4)).ToList();
                return (object?)new Values
                {
                    ["week"] = context.Locale.Period(week, week.PlusDays(4)),
                    ["days"] = string.Join(" · ", days.Select(group => Day(context, group))),
                    ["holidays"] = off.Count == 0 ? null : string.Join(", ", off.Select(context.Locale.DayMonth)),
                };
            }),
        ];
    }

    private static string Day(DocumentContext context, IGrouping<LocalDate, RoutineDay> group)
    {
        var moved = context.Language == Language.French ? " (jour décalé)" : " (moved)";
        var names = group.Select(day => day.Routine.Name.In(context.Language) + (day.Moved ? moved : ""));
        return context.Locale.DayMonth(group.Key) + (context.Language == Language.French ? " : " : ": ") + string.Join(", ", names);
    }

    private static List<object?> Rights(DocumentContext context, People people)
    {
        var stated = context.Engagement.DecisionRights;
        if (stated.Count == 0)
            return [.. UsualRights.Of(context, people)];
        return
        [
            .. stated.Select(right => (object?)new Values
            {
                ["decision"] = right.Decision,
                ["who"] = people.Name(right.Who),
                ["upTo"] = right.UpTo is { } most ? context.Locale.Money(most, context.Engagement.Currency) : null,
                ["above"] = right.Above is { } above ? people.Name(above) : null,
                ["consulted"] = right.Consulted.Count == 0 ? null : string.Join(", ", right.Consulted.Select(people.Name)),
                ["written"] = right.Written,
            }),
        ];
    }

    private static List<object?> Policies(DocumentContext context, People people)
    {
        var stated = context.Engagement.Policies;
        var policies = stated.Count > 0 ? stated : UsualPolicies.Of(context.Language);
        return
        [
            .. policies.Select(policy => (object?)new Values
            {
                ["name"] = policy.Name,
                ["rule"] = policy.Rule,
                ["owner"] = policy.Owner is null && stated.Count == 0 ? people.NameOrRole(PersonRole.Relay, PersonRole.InternalCoo, PersonRole.Deputy) : people.Name(policy.Owner),
                ["reviewed"] = policy.Reviewed,
            }),
        ];
    }
}
