using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>An event from outside whose signature was verified.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Key">Source and the sender's id of the event.</param>
/// <param name="Source">The source, as the engagement names it.</param>
/// <param name="Delivery">The id of the record of the delivery, which names the stored body.</param>
public sealed record WebhookJob(EngagementId Engagement, string Key, string Source, string Delivery) : Job(Engagement, Key);
