using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>An event goes out to one endpoint.</summary>
public sealed class DeliverEvent(EventJobHandler handler, JobLog log)
{
    /// <summary>Makes one attempt.</summary>
    [Function("DeliverEvent")]
    public async Task RunAsync([QueueTrigger(JobQueues.Events)] string message, CancellationToken cancellationToken) =>
        log.Write(await handler.HandleAsync(message, cancellationToken));
}
