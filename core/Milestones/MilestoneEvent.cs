using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>Something that happened, told from outside.</summary>
/// <param name="Kind">Its kind, by which a criterion names it.</param>
/// <param name="Day">The local day.</param>
/// <param name="Text">What happened, for people to read.</param>
public sealed record MilestoneEvent(string Kind, LocalDate Day, string Text);
