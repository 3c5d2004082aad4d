using OpsAutomation.Documents.Calendars;
using OpsAutomation.Documents.Framing;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Models;

/// <summary>The plan for the next quarter as its template reads it.</summary>
internal static class QuarterLines
{
    private const int WeeksInQuarter = 13;

    // What matters nearly everywhere, while the figures cannot yet say what matters here.
    private static readonly (LocalizedText Title, string Kpi, LocalizedText Why)[] Usual =
    [
        (new("Cash comes in when it is due", "L'argent rentre à l'échéance"), KpiIds.OverdueAmount, new("proposed: no figure says more yet", "proposé : aucun chiffre n'en dit plus pour l'instant")),
        (new("What is promised is delivered on the day", "Ce qui est promis est livré au jour dit"), KpiIds.OnTimeRate, new("proposed: no figure says more yet", "proposé : aucun chiffre n'en dit plus pour l'instant")),
        (new("Nothing hangs on one person", "Rien ne dépend d'une seule personne"), KpiIds.WithoutDeputy, new("proposed: no figure says more yet", "proposé : aucun chiffre n'en dit plus pour l'instant")),
    ];

    /// <summary>The plan.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var plan = QuarterPlan.Of(context);
        var rows = plan.Priorities.Select(priority => Row(priority, people, proposed: false))
            .Concat(Proposed(context, plan, people)).ToList();
        for (var i = 0; i < rows.Count; i++)
            rows[i]["no"] = i + 1;
        var engagement = context.Engagement;
        return new Values
        {
            ["name"] = plan.Quarter.Name(context.Language),
            ["from"] = plan.Quarter.From,
            ["to"] = plan.Quarter.To,
            ["priorities"] = rows.Cast<object?>().ToList(),
            ["anyProposed"] = plan.Priorities.Count < 3,
            ["later"] = plan.Later.Select(priority => (object?)Row(priority, people, proposed: false)).ToList(),
            ["obmDays"] = engagement.DaysPerWeek is { } days ? days * WeeksInQuarter : null,
            ["weeks"] = WeeksInQuarter,
            ["dates"] = Dates(context, plan.Quarter, people),
            ["kpis"] = plan.Priorities.Select(priority => priority.Kpi).OfType<string>().Distinct(StringComparer.Ordinal)
                .Select(id => context.Kpis.FirstOrDefault(kpi => kpi.Id == id)).OfType<KpiResult>()
                .Select(kpi => (object?)KpiLines.Model(context, kpi, people)).ToList(),
        };
    }

    private static Values Row(Priority priority, People people, bool proposed) => new()
    {
        ["title"] = priority.Title,
        ["why"] = priority.Why,
        ["owner"] = people.Name(priority.Owner),
        ["target"] = priority.Target,
        ["step"] = priority.FirstStep,
        ["by"] = priority.By,
        ["proposed"] = proposed,
    };

    private static IEnumerable<Values> Proposed(DocumentContext context, QuarterPlan plan, People people)
    {
        var known = plan.Priorities.Select(priority => priority.Kpi).ToList();
        var by = Engagements.WorkingDays.Of(context.Engagement).OnOrAfter(plan.Quarter.From.PlusDays(7));
        return Usual.Where(usual => !known.Contains(usual.Kpi, StringComparer.Ordinal)).Take(3 - plan.Priorities.Count).Select(usual =>
        {
            var goal = KpiLines.Goal(context, usual.Kpi, context.Kpis.FirstOrDefault(kpi => kpi.Id == usual.Kpi));
            var label = KpiCatalogue.Find(usual.Kpi)!.Label.In(context.Language);
            var target = goal != "–" ? label + " " + goal : context.Language == Language.French ? label + " : cible à fixer" : label + ": target to be set";
            return Row(
                new(usual.Title.In(context.Language), usual.Why.In(context.Language), context.Engagement.Kpis.Owners.GetValueOrDefault(usual.Kpi), usual.Kpi, target, FirstSteps.Of(usual.Kpi).In(context.Language), by),
                people, proposed: true);
        });
    }

    // Reviews of the plan itself, milestones and statutory dates of the quarter.
    private static List<object?> Dates(DocumentContext context, FiscalQuarter quarter, People people)
    {
        var french = context.Language == Language.French;
        var reviews = RoutineCalendar.Between(context.Engagement, quarter.From, quarter.To)
            .Where(day => day.Routine.Id is "monthly-review" or "quarter-priorities")
            .Select(day => (day.Day, Text: day.Routine.Name.In(context.Language), Owner: day.Routine.Chair));
        var milestones = (context.Milestones?.Milestones ?? []).Where(milestone => milestone.Due >= quarter.From && milestone.Due <= quarter.To)
            .Select(milestone => (Day: milestone.Due, Text: (french ? "Jalon " : "Milestone ") + context.Locale.PlanDay(milestone.Day), milestone.Owner));
        var legal = LegalCalendar.Of(context.Engagement, context.Today).Entries
            .Where(entry => entry.DoBy >= quarter.From && entry.DoBy <= quarter.To)
            .Select(entry => (Day: entry.DoBy, Text: entry.Title.In(context.Language), Owner: entry.Owner ?? people.KeeperOfDates));
        return
        [
            .. reviews.Concat(milestones).Concat(legal).OrderBy(one => one.Day)
                .Select(one => (object?)new Values { ["day"] = one.Day, ["text"] = one.Text, ["owner"] = people.Name(one.Owner) }),
        ];
    }
}
