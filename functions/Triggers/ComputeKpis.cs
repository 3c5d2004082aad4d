using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>Figures and milestones of an engagement are looked at.</summary>
public sealed class ComputeKpis(KpiJobHandler handler)
{
    /// <summary>Looks at one engagement.</summary>
    [Function("ComputeKpis")]
    public Task RunAsync([QueueTrigger(JobQueues.Kpis)] string message, CancellationToken cancellationToken) => handler.HandleAsync(message, cancellationToken);
}
