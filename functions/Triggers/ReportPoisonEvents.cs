using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A message of the queue <c>events</c> that the host gave up on.</summary>
public sealed class ReportPoisonEvents(PoisonReporter reporter, JobLog log)
{
    /// <summary>Keeps it and tells of it, once.</summary>
    [Function("ReportPoisonEvents")]
    public async Task RunAsync([QueueTrigger(JobQueues.Events + JobQueues.PoisonSuffix)] string message, CancellationToken cancellationToken) =>
        log.Write(await reporter.ReportAsync(JobQueues.Events, message, cancellationToken));
}
