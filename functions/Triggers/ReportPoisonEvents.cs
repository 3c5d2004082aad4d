using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A message of the queue <c>events</c> that the host gave up on.</summary>
public sealed class ReportPoisonEvents(PoisonReporter reporter)
{
    /// <summary>Keeps it and tells of it, once.</summary>
    [Function("ReportPoisonEvents")]
    public Task RunAsync([QueueTrigger(JobQueues.Events + JobQueues.PoisonSuffix)] string message, CancellationToken cancellationToken) =>
        reporter.ReportAsync(JobQueues.Events, message, cancellationToken);
}
