using OpsAutomation.Engagements;

namespace OpsAutomation.Documents;

/// <summary>A RACI matrix as checked: one A a line, no empty R, what hangs on the CEO, who has no deputy.</summary>
public sealed record RaciReport
{
    /// <summary>The number of lines.</summary>
    public required int Rows { get; init; }

    /// <summary>What is wrong, line by line.</summary>
    public required IReadOnlyList<RaciFault> Faults { get; init; }

    /// <summary>The processes whose A or R is the CEO (the sponsor where no CEO is named).</summary>
    public required IReadOnlyList<string> OnCeo { get; init; }

    /// <summary>People who are A or R of a line and for whom nobody stands in.</summary>
    public required IReadOnlyList<Person> WithoutDeputy { get; init; }

    /// <summary>Checks the matrix of an engagement.</summary>
    public static RaciReport Of(Engagement engagement)
    {
        var ceo = engagement.PersonAs(PersonRole.Ceo) ?? engagement.PersonAs(PersonRole.Sponsor);
        var working = engagement.Raci.SelectMany(Working).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return new RaciReport
        {
            Rows = engagement.Raci.Count,
            Faults = [.. engagement.Raci.SelectMany(row => Check(row, engagement))],
            OnCeo = ceo is null ? [] : [.. engagement.Raci.Where(row => Working(row).Contains(ceo.Id, StringComparer.OrdinalIgnoreCase)).Select(row => row.Process)],
            WithoutDeputy = [.. engagement.People.Where(person => working.Contains(person.Id, StringComparer.OrdinalIgnoreCase) && !HasDeputy(person, engagement))],
        };
    }

    // Nobody stands in for themselves.
    private static bool HasDeputy(Person person, Engagement engagement) =>
        engagement.FindPerson(person.Deputy) is { } deputy && !string.Equals(deputy.Id, person.Id, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Working(RaciRow row) => row.Accountable.Concat(row.Responsible);

    private static IEnumerable<RaciFault> Check(RaciRow row, Engagement engagement)
    {
        if (row.Accountable.Count == 0)
            yield return new(row.Process, new("nobody is accountable (A): name one person", "personne n'est A (répond du résultat)\u00a0: désigner une personne"));
        if (row.Accountable.Count > 1)
        {
            yield return new(row.Process, new(
                $"{row.Accountable.Count} people are accountable (A): keep one, make the others R or C",
                $"{row.Accountable.Count} personnes sont A\u00a0: en garder une, passer les autres en R ou en C"));
        }
        if (row.Responsible.Count == 0)
            yield return new(row.Process, new("nobody does it (R): name at least one person", "personne n'est R (fait le travail)\u00a0: désigner au moins une personne"));
        if (Working(row).Concat(row.Consulted).Concat(row.Informed).Any(id => engagement.FindPerson(id) is null))
        {
            yield return new(row.Process, new(
                "someone named here is not among the people of the engagement: add the person or correct the id",
                "une personne citée ici ne figure pas parmi les personnes de la mission\u00a0: l'ajouter ou corriger l'identifiant"));
        }
    }
}
