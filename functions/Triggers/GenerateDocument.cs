using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A document is written and stored.</summary>
public sealed class GenerateDocument(DocumentJobHandler handler, JobLog log)
{
    /// <summary>Writes one document.</summary>
    [Function("GenerateDocument")]
    public async Task RunAsync([QueueTrigger(JobQueues.Documents)] string message, CancellationToken cancellationToken) =>
        log.Write(await handler.HandleAsync(message, cancellationToken));
}
