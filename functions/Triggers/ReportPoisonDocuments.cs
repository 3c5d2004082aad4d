using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A message of the queue <c>documents</c> that the host gave up on.</summary>
public sealed class ReportPoisonDocuments(PoisonReporter reporter, JobLog log)
{
    /// <summary>Keeps it and tells of it, once.</summary>
    [Function("ReportPoisonDocuments")]
    public async Task RunAsync([QueueTrigger(JobQueues.Documents + JobQueues.PoisonSuffix)] string message, CancellationToken cancellationToken) =>
        log.Write(await reporter.ReportAsync(JobQueues.Documents, message, cancellationToken));
}
