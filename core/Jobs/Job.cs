using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>A piece of work as a queue carries it: a JSON object. It may come twice, and each time after a crash of the last.</summary>
/// <param name="Engagement">Whose work it is.</param>
/// <param name="Key">What makes it the same piece of work as another message: deterministic, of the work and not of the message.</param>
public abstract record Job(EngagementId Engagement, string Key);
