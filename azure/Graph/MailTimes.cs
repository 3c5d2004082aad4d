namespace OpsAutomation.Azure.Graph;

/// <summary>The times of one sending.</summary>
/// <param name="Settle">How long after it was asked for a message may look like a draft though it left.</param>
/// <param name="ToAsk">How long after it was recorded it may be asked for: what is asked then is answered or given up before the lease ends.</param>
internal sealed record MailTimes(TimeSpan Settle, TimeSpan ToAsk);
