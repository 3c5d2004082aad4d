using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>An export becomes facts.</summary>
public sealed class IngestExport(ExportJobHandler handler, JobLog log)
{
    /// <summary>Imports one export.</summary>
    [Function("IngestExport")]
    public async Task RunAsync([QueueTrigger(JobQueues.Exports)] string message, CancellationToken cancellationToken) =>
        log.Write(await handler.HandleAsync(message, cancellationToken));
}
