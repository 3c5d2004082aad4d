using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Jobs;

namespace OpsAutomation.Functions.Triggers;

/// <summary>A digest is composed and sent, once.</summary>
public sealed class SendDigest(DigestJobHandler handler, JobLog log)
{
    /// <summary>Sends one digest.</summary>
    [Function("SendDigest")]
    public async Task RunAsync([QueueTrigger(JobQueues.Digests)] string message, CancellationToken cancellationToken) =>
        log.Write(await handler.HandleAsync(message, cancellationToken));
}
