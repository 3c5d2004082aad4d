using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A message of the queue <c>digests</c> that the host gave up on.</summary>
public sealed class ReportPoisonDigests(PoisonReporter reporter, JobLog log)
{
    /// <summary>Keeps it and tells of it, once.</summary>
    [Function("ReportPoisonDigests")]
    public async Task RunAsync([QueueTrigger(JobQueues.Digests + JobQueues.PoisonSuffix)] string message, CancellationToken cancellationToken) =>
        log.Write(await reporter.ReportAsync(JobQueues.Digests, message, cancellationToken));
}
