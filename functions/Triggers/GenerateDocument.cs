using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A document is written and stored.</summary>
public sealed class GenerateDocument(DocumentJobHandler handler)
{
    /// <summary>Writes one document.</summary>
    [Function("GenerateDocument")]
    public Task RunAsync([QueueTrigger(JobQueues.Documents)] string message, CancellationToken cancellationToken) => handler.HandleAsync(message, cancellationToken);
}
