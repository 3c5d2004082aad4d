using OpsAutomation.Engagements;

namespace OpsAutomation.Ports;

/// <summary>
/// Reads the messages of a mailbox's folder and moves them. Failures are those of every port: refused where a person has something to
/// mend (a permission, a folder that is not there), retriable where the service failed.
/// </summary>
public interface IMailbox
{
    /// <summary>The messages of the folder, without those of folders below it, oldest first: as they are when it is asked, whatever is moved meanwhile.</summary>
    /// <param name="engagement">For whom it is read.</param>
    /// <param name="place">The mailbox and the folder; names of folders are compared without case.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Refused: there is no such folder or mailbox, or the permission to read it lacks.</exception>
    Task<IReadOnlyList<MailboxMessage>> ListAsync(EngagementId engagement, MailboxOrigin place, CancellationToken cancellationToken = default);

    /// <summary>What is attached to a message, in its order; empty where the message is gone.</summary>
    Task<IReadOnlyList<MailboxAttachment>> ListAttachmentsAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default);

    /// <summary>Opens the content of an attached file for reading once, or null where it is gone.</summary>
    Task<Stream?> OpenAttachmentAsync(EngagementId engagement, MailboxOrigin place, string message, string attachment, CancellationToken cancellationToken = default);

    /// <summary>
    /// Moves a message to the folder for those that are done, which comes to be where it is not there. A message that is there already, or
    /// gone, is no error. Its id stays the same.
    /// </summary>
    Task MoveAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default);
}
