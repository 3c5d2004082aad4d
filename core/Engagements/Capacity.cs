using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>How many hours a week a person can give to planned work.</summary>
/// <param name="Person">The assignee's name or id as the task tool writes it, or the id of a person of the engagement.</param>
/// <param name="HoursPerWeek">Hours of a week of five working days.</param>
/// <param name="Leave">The days on which the person is away, wholly or in part.</param>
public sealed record Capacity(string Person, decimal HoursPerWeek, IReadOnlyList<Leave> Leave)
{
    /// <summary>
    /// The hours of a working day: a fifth of the week's, less what leave takes. Of leaves that hold the same day their shares add up, to the whole day
    /// at most. Whether it is a working day is for the caller to say.
    /// </summary>
    public decimal HoursOn(LocalDate day)
    {
        var away = Math.Min(100m, Leave.Where(leave => leave.Holds(day)).Sum(leave => leave.Percent));
        return HoursPerWeek / 5m * (100m - away) / 100m;
    }

    /// <summary>The names by which tasks may call the person: the one written here and, where it is the id of a person of the engagement, their name and address.</summary>
    public IEnumerable<string> NamesIn(Engagement engagement) => engagement.FindPerson(Person) is { } person
        ? new[] { Person, person.Name, person.Email }.OfType<string>()
        : [Person];
}
