using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>A document in force, as milestones look at it.</summary>
/// <param name="Kind">The id of its kind, such as <c>sop-incident</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Since">The day since which it has been live.</param>
/// <param name="Until">The day on which it was retired, or null.</param>
public sealed record MilestoneDocument(string Kind, LocalizedText Title, LocalDate Since, LocalDate? Until = null);
