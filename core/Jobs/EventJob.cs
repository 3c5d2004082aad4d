using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>An event to deliver to one endpoint.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Key">Endpoint and event.</param>
/// <param name="Endpoint">The id of the subscription.</param>
/// <param name="Event">The id of the event's record.</param>
/// <param name="Attempt">The number of this attempt, from 1.</param>
/// <param name="Chain">The chain in which it waits for its turn; null in messages of before there were any.</param>
public sealed record EventJob(EngagementId Engagement, string Key, string Endpoint, string Event, int Attempt, string? Chain = null) : Job(Engagement, Key);
