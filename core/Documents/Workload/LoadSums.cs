using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis.Tasks;
using OpsAutomation.Milestones;

namespace OpsAutomation.Documents.Workload;

/// <summary>Adds up hours by person and week. What is overdue belongs to the first week, what is due after the last one to none.</summary>
internal sealed class LoadSums
{
    private readonly Engagement engagement;
    private readonly IReadOnlyList<DateInterval> weeks;
    private readonly Dictionary<string, int> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly decimal[][] hours;
    private readonly Dictionary<string, decimal> others = new(StringComparer.OrdinalIgnoreCase);
    private decimal nobody;

    public LoadSums(Engagement engagement, IReadOnlyList<DateInterval> weeks)
    {
        this.engagement = engagement;
        this.weeks = weeks;
        hours = [.. engagement.Capacity.Select(_ => new decimal[weeks.Count])];
        for (var i = 0; i < engagement.Capacity.Count; i++)
        {
            foreach (var name in engagement.Capacity[i].NamesIn(engagement))
                people.TryAdd(name, i);
        }
    }

    /// <summary>How many things are due by the last week whose hours nobody knows.</summary>
    public int WithoutHours { get; private set; }

    /// <summary>The hours that are overdue.</summary>
    public decimal Late { get; private set; }

    /// <summary>The hours of a person by their place in the engagement's capacity, a week each.</summary>
    public IReadOnlyList<decimal> Of(int person) => hours[person];

    /// <summary>Hours of people without a capacity, the most first, then those of nobody.</summary>
    public IReadOnlyList<(string? Name, decimal Hours)> Others() =>
    [
        .. others.OrderByDescending(other => other.Value).ThenBy(other => other.Key, StringComparer.Ordinal).Select(other => ((string?)other.Key, other.Value)),
        .. nobody > 0m ? [((string?)null, nobody)] : Array.Empty<(string?, decimal)>(),
    ];

    /// <summary>Adds work that several people share in equal parts.</summary>
    /// <param name="assignees">Their names as <see cref="AssigneeNames"/> reads them; null for nobody.</param>
    /// <param name="due">The day it is due.</param>
    /// <param name="known">Its hours; null where nobody knows them.</param>
    public void Add(string? assignees, LocalDate due, decimal? known)
    {
        if (due > weeks[^1].End)
            return;
        if (known is not { } all)
        {
            WithoutHours++;
            return;
        }

        var week = 0;
        while (weeks[week].End < due)
            week++;
        if (due < weeks[0].Start)
            Late += all;
        var names = AssigneeNames.Of(assignees, people.ContainsKey);
        if (names.Length == 0)
            nobody += all;
        foreach (var name in names)
        {
            var part = all / names.Length;
            if (people.TryGetValue(name, out var person))
                hours[person][week] += part;
            else
                others[name] = others.GetValueOrDefault(name) + part;
        }
    }

    /// <summary>Adds the open lines of a checklist, each of so many hours.</summary>
    public void Add(Checklist checklist, decimal? hoursOfLine)
    {
        foreach (var line in checklist.Lines)
        {
            if (line is { DoneOn: null, Due: { } due })
                Add(NameIn(line.Who), due, hoursOfLine);
        }
    }

    /// <summary>Adds what is left of a milestone: of its hours the share of its open criteria, in equal parts for their owners.</summary>
    public void Add(MilestoneStatus milestone, decimal? hoursOfAll)
    {
        if (milestone.Status is MilestoneState.Done or MilestoneState.DoneLate)
            return;
        foreach (var criterion in milestone.Criteria.Where(criterion => !criterion.Met))
            Add(engagement.FindPerson(criterion.Owner ?? milestone.Owner)?.Name, milestone.Due, hoursOfAll / milestone.Criteria.Count);
    }

    // A checklist names people as its document shows them, such as "Samir Haddad (head of production)".
    private string? NameIn(string? who) => who is null ? null
        : people.ContainsKey(who) ? who
        : engagement.People.FirstOrDefault(person => who.Contains(person.Name, StringComparison.OrdinalIgnoreCase))?.Name ?? who;
}
