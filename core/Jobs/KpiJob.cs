using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>An engagement whose KPIs and milestones are to be looked at.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Key">The import or the day that asks for it.</param>
public sealed record KpiJob(EngagementId Engagement, string Key) : Job(Engagement, Key);
