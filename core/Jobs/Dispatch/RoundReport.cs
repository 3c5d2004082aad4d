namespace OpsAutomation.Jobs.Dispatch;

/// <summary>What a timer's round over all engagements did: for the log.</summary>
/// <param name="Sent">How many messages were added to queues, or mails sent.</param>
/// <param name="Failures">The engagements that could not be seen to.</param>
public sealed record RoundReport(int Sent, IReadOnlyList<RoundFailure> Failures);
