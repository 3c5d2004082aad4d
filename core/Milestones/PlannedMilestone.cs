using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>A milestone of an engagement's plan.</summary>
/// <param name="Id">The id, such as <c>J30</c>.</param>
/// <param name="Day">Days after the start, which is J+0.</param>
/// <param name="Title">The title.</param>
/// <param name="Due">The due date.</param>
/// <param name="FirstDue">The first due date, where it was moved the one before.</param>
/// <param name="Reason">Why the due date was moved, or null.</param>
/// <param name="Owner">The id of the person who owns it, or null.</param>
/// <param name="Criteria">The exit criteria.</param>
public sealed record PlannedMilestone(
    string Id, int Day, LocalizedText Title, LocalDate Due, LocalDate FirstDue, string? Reason, string? Owner, IReadOnlyList<PlannedCriterion> Criteria);
