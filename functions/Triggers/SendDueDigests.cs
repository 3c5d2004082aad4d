using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs.Dispatch;

namespace OpsAutomation.Functions.Triggers;

/// <summary>Every quarter of an hour: digests that are due are to be sent.</summary>
public sealed class SendDueDigests(DigestDispatcher dispatcher, RoundLog log)
{
    /// <summary>Goes over all engagements.</summary>
    [Function("SendDueDigests")]
    public async Task RunAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        log.Write("SendDueDigests", timer.IsPastDue, await dispatcher.RunAsync(cancellationToken));
}
