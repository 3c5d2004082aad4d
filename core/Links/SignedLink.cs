using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Links;

/// <summary>What a link that we signed lets its holder do.</summary>
/// <param name="Engagement">The one engagement that it is for.</param>
/// <param name="Purpose">One of <see cref="LinkPurpose"/>.</param>
/// <param name="Subject">The one thing that it is for: a recipient's id.</param>
/// <param name="Expires">From when on it is worth nothing.</param>
public sealed record SignedLink(EngagementId Engagement, string Purpose, string Subject, Instant Expires);
