using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents;

/// <summary>A RACI matrix as checked: one A a line, no empty R, what hangs on the CEO, who has no deputy.</summary>
public sealed record RaciReport
{
    /// <summary>The number of lines.</summary>
    public required int Rows { get; init; }

    /// <summary>Lines that have no A, or several.</summary>
    public required int WithoutOneA { get; init; }

    /// <summary>Lines that nobody is R of.</summary>
    public required int WithoutR { get; init; }

    /// <summary>Processes that have more than one line.</summary>
    public required int Repeated { get; init; }

    /// <summary>Lines whose A or R has left.</summary>
    public required int HeldByLeavers { get; init; }

    /// <summary>What is wrong, line by line.</summary>
    public required IReadOnlyList<RaciFault> Faults { get; init; }

    /// <summary>The processes whose A or R is the CEO (the sponsor where no CEO is named).</summary>
    public required IReadOnlyList<string> OnCeo { get; init; }

    /// <summary>People who are A or R of a line and for whom nobody stands in.</summary>
    public required IReadOnlyList<Person> WithoutDeputy { get; init; }

    /// <summary>Checks the matrix of an engagement as it stands on a day: who has left carries no line and stands in for nobody.</summary>
    public static RaciReport Of(Engagement engagement, LocalDate today)
    {
        var ceo = engagement.PersonAs(PersonRole.Ceo) ?? engagement.PersonAs(PersonRole.Sponsor);
        var bearers = RaciCover.Bearers(engagement).ToList();
        var twice = engagement.Raci.GroupBy(row => row.Process.Trim(), StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => group.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new RaciReport
        {
            Rows = engagement.Raci.Count,
            WithoutOneA = engagement.Raci.Count(row => Accountable(row) != 1),
            WithoutR = engagement.Raci.Count(row => row.Responsible.Count == 0),
            Repeated = twice.Count,
            HeldByLeavers = engagement.Raci.Count(row => IsHeldByLeaver(row, engagement, today)),
            Faults = [.. engagement.Raci.SelectMany(row => Check(row, engagement, today)), .. twice.Select(Twice)],
            OnCeo = ceo is null ? [] : [.. engagement.Raci.Where(row => RaciCover.Bearers(row).Contains(ceo.Id, StringComparer.OrdinalIgnoreCase)).Select(row => row.Process)],
            WithoutDeputy = [.. engagement.People.Where(person => bearers.Contains(person.Id, StringComparer.OrdinalIgnoreCase) && !RaciCover.HasDeputy(engagement, person.Id, today))],
        };
    }

    // Two lines of one process have two people who answer for it, whatever each line says.
    private static RaciFault Twice(string process) => new(process, new(
        "the process has more than one line: merge them and keep one A", "le processus a plusieurs lignes\u00a0: les réunir et garder un seul A"));

    private static IEnumerable<RaciFault> Check(RaciRow row, Engagement engagement, LocalDate today)
    {
        if (row.Accountable.Count == 0)
            yield return new(row.Process, new("nobody is accountable (A): name one person", "personne n'est A (répond du résultat)\u00a0: désigner une personne"));
        if (Accountable(row) is var accountable and > 1)
        {
            yield return new(row.Process, new(
                $"{accountable} people are accountable (A): keep one, make the others R or C",
                $"{accountable} personnes sont A\u00a0: en garder une, passer les autres en R ou en C"));
        }
        if (row.Responsible.Count == 0)
            yield return new(row.Process, new("nobody does it (R): name at least one person", "personne n'est R (fait le travail)\u00a0: désigner au moins une personne"));
        if (Everybody(row).Any(id => engagement.FindPerson(id) is null))
        {
            yield return new(row.Process, new(
                "someone named here is not among the people of the engagement: add the person or correct the id",
                "une personne citée ici ne figure pas parmi les personnes de la mission\u00a0: l'ajouter ou corriger l'identifiant"));
        }
        if (IsHeldByLeaver(row, engagement, today))
        {
            yield return new(row.Process, new(
                "someone who has left is A or R: name who takes over",
                "une personne partie est A ou R\u00a0: désigner qui reprend"));
        }
    }

    // The same person named twice is one.
    private static int Accountable(RaciRow row) => row.Accountable.Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static bool IsHeldByLeaver(RaciRow row, Engagement engagement, LocalDate today) =>
        RaciCover.Bearers(row).Any(id => engagement.FindPerson(id)?.HasLeft(today) == true);

    private static IEnumerable<string> Everybody(RaciRow row) => RaciCover.Bearers(row).Concat(row.Consulted).Concat(row.Informed);
}
