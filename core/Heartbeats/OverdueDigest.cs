using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs.DeadLetters;

namespace OpsAutomation.Heartbeats;

/// <summary>A digest that should have left and has not.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Due">The digest.</param>
/// <param name="Since">The last moment at which it should have left: its time, or the latest hour that it waits until.</param>
/// <param name="Reason">Why it has not.</param>
/// <param name="Failure">What is kept of its failure; null where nothing is.</param>
public sealed record OverdueDigest(EngagementId Engagement, DueDigest Due, Instant Since, OverdueReason Reason, DeadLetter? Failure);
