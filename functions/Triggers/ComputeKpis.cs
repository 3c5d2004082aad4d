using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>Figures and milestones of an engagement are looked at.</summary>
public sealed class ComputeKpis(KpiJobHandler handler, JobLog log)
{
    /// <summary>Looks at one engagement.</summary>
    [Function("ComputeKpis")]
    public async Task RunAsync([QueueTrigger(JobQueues.Kpis)] string message, CancellationToken cancellationToken) =>
        log.Write(await handler.HandleAsync(message, cancellationToken));
}
