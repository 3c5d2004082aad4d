using OpsAutomation.Engagements;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>An engagement that could not be seen to, while the others were.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Fault">Why.</param>
public sealed record RoundFailure(EngagementId Engagement, Exception Fault);
