using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A message of the queue <c>exports</c> that the host gave up on.</summary>
public sealed class ReportPoisonExports(PoisonReporter reporter, JobLog log)
{
    /// <summary>Keeps it and tells of it, once.</summary>
    [Function("ReportPoisonExports")]
    public async Task RunAsync([QueueTrigger(JobQueues.Exports + JobQueues.PoisonSuffix)] string message, CancellationToken cancellationToken) =>
        log.Write(await reporter.ReportAsync(JobQueues.Exports, message, cancellationToken));
}
