using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs.Dispatch;

namespace OpsAutomation.Functions.Triggers;

/// <summary>Every hour: documents that are due are to be written, wikis brought to where the documents are, readers and approvers asked, and the OBM's morning mail leaves.</summary>
public sealed class PublishDueDocuments(DocumentDispatcher documents, PublishDispatcher wikis, AskDispatcher asks, MorningDispatcher mornings, RoundLog log)
{
    /// <summary>Goes over all engagements.</summary>
    [Function("PublishDueDocuments")]
    public async Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        log.Write("PublishDueDocuments", timer.IsPastDue, await documents.RunAsync(cancellationToken));
        log.Write("PublishDueDocuments, wikis", timer.IsPastDue, await wikis.RunAsync(cancellationToken));
        log.Write("PublishDueDocuments, readers and approvers", timer.IsPastDue, await asks.RunAsync(cancellationToken));
        log.Write("PublishDueDocuments, morning mail", timer.IsPastDue, await mornings.RunAsync(cancellationToken));
    }
}
