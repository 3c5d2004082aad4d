using NodaTime;

namespace OpsAutomation.Ports;

/// <summary>A message of a mailbox.</summary>
/// <param name="Id">Its id within the mailbox, the same wherever it is moved to.</param>
/// <param name="Sender">The address it is from, or null.</param>
/// <param name="Received">When it came.</param>
public sealed record MailboxMessage(string Id, string? Sender, Instant Received);
