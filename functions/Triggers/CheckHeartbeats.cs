using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Heartbeats;

namespace OpsAutomation.Functions.Triggers;

/// <summary>Every hour: what should have left and has not is told.</summary>
public sealed class CheckHeartbeats(HeartbeatWatch watch, HeartbeatLog log)
{
    /// <summary>Goes over all engagements.</summary>
    [Function("CheckHeartbeats")]
    public async Task RunAsync([TimerTrigger("0 30 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        log.Write(timer.IsPastDue, await watch.RunAsync(cancellationToken));
}
