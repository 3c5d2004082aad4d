namespace OpsAutomation.Engagements;

/// <summary>How many hours a week a person can give to planned work.</summary>
/// <param name="Person">The assignee's name or id as the task tool writes it.</param>
/// <param name="HoursPerWeek">Hours a week.</param>
/// <param name="Leave">Days of leave.</param>
public sealed record Capacity(string Person, decimal HoursPerWeek, IReadOnlyList<DatePause> Leave);
