using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Benchmarks.Cost;

/// <summary>A mailbox with nothing in it, which each look counts.</summary>
internal sealed class CountedMailbox(OperationCounts counts) : IMailbox
{
    public Task<IReadOnlyList<MailboxMessage>> ListAsync(EngagementId engagement, MailboxOrigin place, CancellationToken cancellationToken = default)
    {
        counts.Add("graph-pull");
        return Task.FromResult<IReadOnlyList<MailboxMessage>>([]);
    }

    public Task<IReadOnlyList<MailboxAttachment>> ListAttachmentsAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<MailboxAttachment>>([]);

    public Task<Stream?> OpenAttachmentAsync(EngagementId engagement, MailboxOrigin place, string message, string attachment, CancellationToken cancellationToken = default) =>
        Task.FromResult<Stream?>(null);

    public Task MoveAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
