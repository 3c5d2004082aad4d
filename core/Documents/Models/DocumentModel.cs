using NodaTime;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Logbook;

namespace OpsAutomation.Documents.Models;

/// <summary>All values that templates can name. Plain dictionaries: a template reaches nothing that is not put here.</summary>
internal static class DocumentModel
{
    /// <summary>The values for one document.</summary>
    public static Values Of(DocumentContext context, DocumentTemplate template, string kind)
    {
        var engagement = context.Engagement;
        var people = new People(engagement, context.Language);
        var owner = people.OwnerOf(template, kind);
        var rule = DocumentRule.Of(engagement, DocumentLibrary.Find(kind), template.List("process"), template.List("owner"));
        Values? Asked(string name, Func<Values> read) => template.Body.Contains(name, StringComparison.Ordinal) ? read() : null;

        return new Values
        {
            ["client"] = engagement.Name,
            ["french"] = context.Language == Language.French,
            ["tu"] = engagement.Address == FormOfAddress.Tu,
            ["solo"] = engagement.Size == EngagementSize.Solo,
            ["engagement"] = EngagementValues(context),
            ["people"] = people.Table(),
            ["roles"] = Roles(people),
            ["roleNames"] = RoleNames(people),
            ["owner"] = people.Full(owner),
            ["ownerDeputy"] = people.Full(people.DeputyOf(owner)),
            ["ownerName"] = people.Owner(owner),
            ["decider"] = people.Full(people.Ceo),
            ["deciderName"] = people.Decider,
            ["country"] = Countries(engagement),
            ["privacyLaw"] = PrivacyLaw.NoteOf(engagement.Country)?.In(context.Language),
            ["staleDays"] = engagement.Kpis.StaleAfterDays,
            // In a small company the same person may own a document, decide and keep the days going: nobody calls themselves.
            ["ownerDecides"] = owner is not null && owner.Id == people.Ceo?.Id,
            ["ownerIsRelay"] = owner is not null && owner.Id == people.FirstAs(PersonRole.Relay)?.Id,
            ["deciderDeputy"] = people.DeputyOf(people.Ceo) is { } stand && stand.Id != owner?.Id ? people.Full(stand) : null,
            ["provisional"] = rule.IsProvisional,
            ["reviewMonths"] = rule.ReviewMonths,
            ["reviewEvery"] = (rule.ReviewMonths == 1 ? "" : rule.ReviewMonths + "\u00a0") + (context.Language == Language.French ? "mois" : rule.ReviewMonths == 1 ? "month" : "months"),
            ["kpis"] = KpiLines.Followed(context).Select(kpi => (object?)KpiLines.Model(context, kpi, people)).ToList(),
            ["milestones"] = MilestoneLines.All(context, people),
            ["pressing"] = MilestoneLines.Pressing(context).Select(milestone => (object?)MilestoneLines.Model(context, milestone, people)).ToList(),
            ["warnings"] = (context.Milestones?.Warnings ?? []).Select(warning => (object?)warning.In(context.Language)).ToList(),
            ["planDay"] = context.Locale.PlanDay(Period.DaysBetween(engagement.Start, context.Today)),
            ["today"] = context.Today,
            ["decisions"] = new Values
            {
                ["open"] = LogLines.Models(context, LogLines.Open(context, LogKind.Decision), people),
                ["taken"] = LogLines.Models(context, LogLines.Taken(context), people),
            },
            ["actions"] = LogLines.Models(context, LogLines.Open(context, LogKind.Action), people),
            ["risks"] = LogLines.Models(context, LogLines.Open(context, LogKind.Risk), people),
            ["raci"] = RaciLines.Model(context, people),
            ["tools"] = Tools(engagement, people, kept: true),
            ["droppedTools"] = Tools(engagement, people, kept: false),
            ["toolCost"] = engagement.Tools.Any(tool => tool.Kept && tool.MonthlyCost is not null)
                ? engagement.Tools.Where(tool => tool.Kept).Sum(tool => tool.MonthlyCost ?? 0m)
                : null,
            ["capacity"] = engagement.Capacity.Select(person => (object?)new Values
            {
                ["person"] = people.Name(person.Person),
                ["hours"] = person.HoursPerWeek,
            }).ToList(),
            ["plan"] = DocumentLibrary.PlanFor(engagement).Select(kind => (object?)new Values
            {
                ["id"] = kind.Id,
                ["title"] = kind.Title.In(context.Language),
                ["sop"] = kind.Family == DocumentFamily.Sop,
                ["owner"] = people.Name(people.OwnerOf(TemplateSource.BuiltIn(kind.Id, context.Language), kind.Id)?.Id),
            }).ToList(),
            ["agenda"] = AgendaLines.Model(context, people),
            ["improvements"] = Asked("improvements.", () => ImprovementLines.Model(context, people)),
            // Only where a template names them, own templates of engagements included: they are tables of their own.
            ["interviews"] = Asked("interviews.", () => InterviewLines.Model(context, people)),
            ["processMap"] = Asked("processMap", () => ProcessLines.Model(context, people)),
            ["backlog"] = Asked("backlog", () => BacklogLines.Model(context, people)),
            ["stack"] = Asked("stack", () => ToolLines.Model(context, people)),
            ["training"] = Asked("training", () => TrainingLines.Model(context, people)),
            ["diagnostic"] = Asked("diagnostic", () => DiagnosticLines.Model(context, people)),
            ["quarter"] = Asked("quarter.", () => QuarterLines.Model(context, people)),
            ["operating"] = Asked("operating.", () => OperatingLines.Model(context, people)),
            ["calendar"] = Asked("calendar.", () => CalendarLines.Model(context, people)),
            ["automation"] = Asked("automation.", () => AutomationLines.Model(context, people)),
            ["register"] = Asked("register.", () => AccessLines.Model(context, people)),
            ["continuity"] = Asked("continuity.", () => ContinuityLines.Model(context, people)),
            ["exercises"] = ExerciseLines.Models(context, kind),
            ["nextExercise"] = ExerciseLines.Next(context, kind),
            // Only where a template asks: it takes a pass over the facts.
            ["review"] = template.List("counts").Contains("review", StringComparer.Ordinal) ? ReviewLines.Model(context, people) : null,
            ["friday"] = Asked("friday.", () => FridayLines.Model(context, people)),
            ["board"] = Asked("board.", () => BoardLines.Model(context, people)),
            ["logbook"] = Asked("logbook.", () => LogbookLines.Model(context, people)),
            ["dataRoom"] = Asked("dataRoom.", () => DataRoomLines.Model(context, people)),
            ["roleAdvice"] = Asked("roleAdvice.", () => RoleLines.Model(context)),
            ["impact"] = template.List("counts").Contains("impact", StringComparer.Ordinal) ? ImpactModel.Model(context, people) : null,
            ["workload"] = template.List("counts").Contains("capacity", StringComparer.Ordinal) ? CapacityLines.Model(context) : null,
            ["daily"] = template.List("counts").Contains("daily", StringComparer.Ordinal) ? DailyLines.Model(context) : null,
            ["hygiene"] = template.List("counts").Contains("crm-defects", StringComparer.Ordinal) ? HygieneLines.Model(context) : null,
        };
    }

    private static Values EngagementValues(DocumentContext context)
    {
        var engagement = context.Engagement;
        var last = context.Milestones?.Milestones.FirstOrDefault(milestone => milestone.Id == "J90");
        return new Values
        {
            ["name"] = engagement.Name,
            ["business"] = engagement.Scope.Business,
            ["stakes"] = engagement.Scope.Stakes,
            ["included"] = engagement.Scope.Included.Cast<object?>().ToList(),
            ["excluded"] = engagement.Scope.Excluded.Cast<object?>().ToList(),
            ["access"] = engagement.Scope.Access.Cast<object?>().ToList(),
            ["headcount"] = engagement.Scope.Headcount,
            ["size"] = Words.Of(engagement.Size).In(context.Language),
            ["start"] = engagement.Start,
            ["end"] = last?.Due ?? engagement.Start.PlusDays(90),
            ["daysPerWeek"] = engagement.DaysPerWeek,
            ["dayRate"] = engagement.DayRate,
            ["currency"] = engagement.Currency,
        };
    }

    // Whose law a note may name: one key a country with rules in the library.
    private static Values Countries(Engagement engagement)
    {
        var values = new Values();
        foreach (var country in (string[])["fr", "be", "ch", "ca", "gb", "us"])
            values[country] = string.Equals(country, engagement.Country, StringComparison.OrdinalIgnoreCase);
        return values;
    }

    private static Values Roles(People people) => new Values
    {
        ["sponsor"] = people.Full(people.FirstAs(PersonRole.Sponsor, PersonRole.Ceo)),
        ["ceo"] = people.Full(people.Ceo),
        ["relay"] = people.Full(people.FirstAs(PersonRole.Relay)),
        ["deputy"] = people.Full(people.FirstAs(PersonRole.Deputy)),
        ["coo"] = people.Full(people.FirstAs(PersonRole.InternalCoo)),
        ["obm"] = people.Full(people.FirstAs(PersonRole.Obm)),
        ["lead"] = people.Full(people.FirstAs(PersonRole.Relay, PersonRole.InternalCoo, PersonRole.Deputy)),
    };

    // For cells that repeat: the name alone, and the part as a word where nobody has it.
    private static Values RoleNames(People people) => new()
    {
        ["sponsor"] = people.NameOrRole(PersonRole.Sponsor, PersonRole.Ceo),
        ["deputy"] = people.NameOrRole(PersonRole.Deputy),
        ["obm"] = people.NameOrRole(PersonRole.Obm),
        ["lead"] = people.NameOrRole(PersonRole.Relay, PersonRole.InternalCoo, PersonRole.Deputy),
    };

    private static List<object?> Tools(Engagement engagement, People people, bool kept) =>
    [
        .. engagement.Tools.Where(tool => tool.Kept == kept).Select(tool => new Values
        {
            ["name"] = tool.Name,
            ["purpose"] = tool.Use,
            ["owner"] = people.Name(tool.Owner),
            ["cost"] = tool.MonthlyCost,
            ["backup"] = tool.Backup,
            ["restored"] = tool.Restored,
        }),
    ];
}
