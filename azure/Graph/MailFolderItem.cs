namespace OpsAutomation.Azure.Graph;

/// <summary>A message as the mailbox shows it.</summary>
/// <param name="Id">Its immutable id.</param>
/// <param name="IsDraft">Whether it is a draft still.</param>
/// <param name="Created">When it came to be.</param>
/// <param name="MessageId">Its Message-ID.</param>
/// <param name="Folder">The id of the folder that it lies in.</param>
internal sealed record MailFolderItem(string Id, bool IsDraft, DateTimeOffset Created, string MessageId, string? Folder);
