using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs.Dispatch;

namespace OpsAutomation.Functions.Triggers;

/// <summary>Every hour: engagements whose day has changed or that have news are to be looked at.</summary>
public sealed class RefreshKpis(KpiDispatcher dispatcher, RoundLog log)
{
    /// <summary>Goes over all engagements.</summary>
    [Function("RefreshKpis")]
    public async Task RunAsync([TimerTrigger("0 0 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        log.Write("RefreshKpis", timer.IsPastDue, await dispatcher.RunAsync(cancellationToken));
}
