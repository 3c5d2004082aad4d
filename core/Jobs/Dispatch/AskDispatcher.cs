using OpsAutomation.Documents.Asking;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>On the timer <c>PublishDueDocuments</c>: readers and approvers of documents are asked by mail, each once for each content.</summary>
public sealed class AskDispatcher(EngagementRound round, DocumentAsks asks)
{
    /// <summary>Sends the mails that are due.</summary>
    public Task<RoundReport> RunAsync(CancellationToken cancellationToken = default) =>
        round.RunAsync(async (engagement, token) => (await asks.RunAsync(engagement, token).ConfigureAwait(false)).Sent.Count, cancellationToken);
}
