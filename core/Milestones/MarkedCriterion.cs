using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>What the history says of a criterion on a day.</summary>
/// <param name="Done">The first mark since the last reopening by which a person said that it is done, or null.</param>
/// <param name="Met">The day since which it was found met without a break, or null.</param>
/// <param name="Reopened">The day of the last reopening, or null.</param>
internal sealed record MarkedCriterion(MilestoneMark? Done, LocalDate? Met, LocalDate? Reopened);
