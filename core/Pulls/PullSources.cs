using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>What sources are read with; null where the app has nothing for that kind of place.</summary>
/// <param name="Mailbox">Reads mailboxes.</param>
/// <param name="Drive">Reads drives.</param>
/// <param name="Web">Fetches links.</param>
public sealed record PullSources(IMailbox? Mailbox, IDrive? Drive, IWebFiles? Web);
