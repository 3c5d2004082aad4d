using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>What every message says first.</summary>
/// <param name="Engagement">Whose work it is.</param>
/// <param name="Key">Which work.</param>
/// <param name="Body">The blob that holds the whole message where it was too long for a queue; else null.</param>
public sealed record JobHeader(EngagementId Engagement, string Key, string? Body = null) : Job(Engagement, Key);
