using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>An export becomes facts.</summary>
public sealed class IngestExport(ExportJobHandler handler)
{
    /// <summary>Imports one export.</summary>
    [Function("IngestExport")]
    public Task RunAsync([QueueTrigger(JobQueues.Exports)] string message, CancellationToken cancellationToken) => handler.HandleAsync(message, cancellationToken);
}
