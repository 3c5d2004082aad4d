using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Calendars;

/// <summary>The routines of an Operating System.</summary>
public static class StandardRoutines
{
    private static readonly PersonRole[] Lead = [PersonRole.Relay, PersonRole.InternalCoo, PersonRole.Deputy, PersonRole.Obm];
    private static readonly PersonRole[] Top = [PersonRole.Ceo, PersonRole.Sponsor];
    private static readonly PersonRole[] Obm = [PersonRole.Obm, PersonRole.InternalCoo, PersonRole.Relay];
    private static readonly PersonRole[] Deputy = [PersonRole.Deputy, PersonRole.Relay, PersonRole.Obm];

    /// <summary>All of them, in the order in which a week and then a quarter meet them.</summary>
    public static IReadOnlyList<StandardRoutine> All { get; } =
    [
        new("weekly-digest", new("Weekly digest", "Point hebdomadaire par courriel"), RoutineRhythm.Week, IsoDayOfWeek.Monday, 5, Obm,
            new("Figures read before the meeting", "Chiffres lus avant la réunion")),
        new("weekly-ops", new("Weekly Ops", "Point opérations hebdomadaire"), RoutineRhythm.Week, IsoDayOfWeek.Monday, 45, Lead,
            new("Dated actions and decisions in the logbook", "Actions et décisions datées au journal de bord")),
        new("capacity-plan", new("Capacity plan", "Plan de charge"), RoutineRhythm.Week, IsoDayOfWeek.Friday, 30, Lead,
            new("Eight weeks of load, choices made", "Huit semaines de charge, arbitrages pris")),
        new("sharing", new("Friday sharing session", "Partage du vendredi"), RoutineRhythm.Week, IsoDayOfWeek.Friday, 20, Deputy,
            new("One thing learnt, written into a procedure", "Une chose apprise, écrite dans une procédure")),
        new("improvement-cycle", new("Improvement cycle", "Cycle d'amélioration"), RoutineRhythm.Fortnight, IsoDayOfWeek.Friday, 30, Deputy,
            new("One problem, one cause, one change, one review date", "Un problème, une cause, un changement, une date de revue")),
        new("monthly-review", new("Monthly Business Review", "Revue mensuelle d'activité"), RoutineRhythm.Month, null, 90, Top,
            new("Three findings, three decisions", "Trois constats, trois décisions")),
        new("quarter-priorities", new("Priorities of the quarter", "Priorités du trimestre"), RoutineRhythm.Quarter, IsoDayOfWeek.Wednesday, 180, Top,
            new("Three priorities, one owner each", "Trois priorités, un responsable chacune")),
    ];
}
