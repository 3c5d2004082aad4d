using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A verified event from outside takes effect.</summary>
public sealed class HandleWebhook(WebhookJobHandler handler, JobLog log)
{
    /// <summary>Applies one event.</summary>
    [Function("HandleWebhook")]
    public async Task RunAsync([QueueTrigger(JobQueues.Webhooks)] string message, CancellationToken cancellationToken) =>
        log.Write(await handler.HandleAsync(message, cancellationToken));
}
