using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>An event goes out to one endpoint.</summary>
public sealed class DeliverEvent(EventJobHandler handler)
{
    /// <summary>Makes one attempt.</summary>
    [Function("DeliverEvent")]
    public Task RunAsync([QueueTrigger(JobQueues.Events)] string message, CancellationToken cancellationToken) => handler.HandleAsync(message, cancellationToken);
}
