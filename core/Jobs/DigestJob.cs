using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs;

/// <summary>A digest that is due.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Key">Recipient and day.</param>
/// <param name="Recipient">The id of the recipient.</param>
/// <param name="Day">The local day on which it is due.</param>
public sealed record DigestJob(EngagementId Engagement, string Key, string Recipient, LocalDate Day) : Job(Engagement, Key);
