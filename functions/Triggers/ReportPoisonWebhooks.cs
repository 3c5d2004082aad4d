using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A message of the queue <c>webhooks</c> that the host gave up on.</summary>
public sealed class ReportPoisonWebhooks(PoisonReporter reporter, JobLog log)
{
    /// <summary>Keeps it and tells of it, once.</summary>
    [Function("ReportPoisonWebhooks")]
    public async Task RunAsync([QueueTrigger(JobQueues.Webhooks + JobQueues.PoisonSuffix)] string message, CancellationToken cancellationToken) =>
        log.Write(await reporter.ReportAsync(JobQueues.Webhooks, message, cancellationToken));
}
