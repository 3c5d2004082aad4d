using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Tasks;

/// <summary>
/// The load of the team: estimated hours of the tasks due over the hours that the people of the capacity plan have on working days,
/// a fifth of their week each, net of leave. Tasks of others are left out; those of nobody count, since somebody will do them.
/// </summary>
internal sealed class TeamCapacity(Engagement engagement, WorkingDays workingDays, DaySpan range)
{
    private readonly IReadOnlyList<Capacity> people = engagement.Capacity;
    private readonly HashSet<string> names = new(engagement.Capacity.SelectMany(person => person.NamesIn(engagement)), StringComparer.OrdinalIgnoreCase);
    private readonly DaySums hours = new(range);
    private bool anyEstimate;

    /// <summary>Takes in a task that is due on a day.</summary>
    public void Add(FactRecord task, int due)
    {
        if (people.Count == 0 || task.FindNumber(TaskFields.EstimatedHours) is not { } estimate)
            return;
        anyEstimate = true;
        var assignees = AssigneeNames.Of(task.FindText(TaskFields.Assignee), names.Contains);
        if (assignees.Length == 0 || assignees.Any(names.Contains))
            hours.Add(due, estimate);
    }

    /// <summary>The load rate of a period, percent; nothing without a capacity plan or estimates.</summary>
    public Figure Load(DaySpan period) => anyEstimate ? Figure.Ratio(hours.Sum(period), CapacityOf(period), 100m) : Figure.None;

    private decimal CapacityOf(DaySpan period)
    {
        var capacity = 0m;
        for (var day = period.From; day <= period.To; day++)
        {
            var date = DaySpan.DateOf(day);
            if (!workingDays.IsWorkingDay(date))
                continue;
            capacity += people.Sum(person => person.HoursOn(date));
        }

        return capacity;
    }
}
