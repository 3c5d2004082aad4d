using OpsAutomation.Engagements;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>Mails that were sent and are kept here: the outbox of a home. Where a mail service sent them, they are in its mailboxes.</summary>
public interface IKeptMails
{
    /// <summary>The mails of which a text, the address or the file's name is such.</summary>
    Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, Func<string, bool> isNamed, CancellationToken cancellationToken = default);

    /// <summary>Takes everything out of a mail but the proof that it was sent; one that is not there is no error.</summary>
    Task BlankAsync(EngagementId engagement, string mail, CancellationToken cancellationToken = default);
}
