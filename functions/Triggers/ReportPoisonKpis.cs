using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A message of the queue <c>kpis</c> that the host gave up on.</summary>
public sealed class ReportPoisonKpis(PoisonReporter reporter, JobLog log)
{
    /// <summary>Keeps it and tells of it, once.</summary>
    [Function("ReportPoisonKpis")]
    public async Task RunAsync([QueueTrigger(JobQueues.Kpis + JobQueues.PoisonSuffix)] string message, CancellationToken cancellationToken) =>
        log.Write(await reporter.ReportAsync(JobQueues.Kpis, message, cancellationToken));
}
