using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Pulls;

namespace OpsAutomation.Functions.Triggers;

/// <summary>Every quarter of an hour: what is new at the sources of engagements is to be imported.</summary>
public sealed class PullExports(ExportPuller puller, RoundLog log)
{
    /// <summary>Goes over all engagements.</summary>
    [Function("PullExports")]
    public async Task RunAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        log.Write("PullExports", timer.IsPastDue, await puller.RunAsync(cancellationToken));
}
