using OpsAutomation.Jobs.Dispatch;

namespace OpsAutomation.Heartbeats;

/// <summary>What a look over all engagements found.</summary>
/// <param name="Engagements">How many could be looked at.</param>
/// <param name="Overdue">The digests that should have left and have not.</param>
/// <param name="Round">The round: how many people were told, and the engagements that could not be looked at.</param>
public sealed record HeartbeatReport(int Engagements, IReadOnlyList<OverdueDigest> Overdue, RoundReport Round);
