using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>An event to deliver to one endpoint.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Key">Endpoint and event.</param>
/// <param name="Endpoint">The id of the subscription.</param>
/// <param name="Event">The id of the event's record.</param>
/// <param name="Attempt">The number of this attempt, from 1.</param>
public sealed record EventJob(EngagementId Engagement, string Key, string Endpoint, string Event, int Attempt) : Job(Engagement, Key);
