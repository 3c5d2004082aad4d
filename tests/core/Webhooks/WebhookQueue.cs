using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Jobs;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Webhooks;

/// <summary>The host of the queue: it delivers a message that was cut off again.</summary>
internal static class WebhookQueue
{
    private const int MostAttempts = 5;

    /// <summary>Handles what is in the queue, each message until it goes through; gives the last one, or an empty text where there was none.</summary>
    public static async Task<string> DrainAsync(InMemoryJobQueue queue, WebhookJobHandler handler)
    {
        var last = "";
        foreach (var message in queue.Take(JobQueues.Webhooks))
        {
            for (var attempt = 1; ; attempt++)
            {
                try
                {
                    await handler.HandleAsync(message);
                    break;
                }
                catch (CrashException) when (attempt < MostAttempts)
                {
                    // It comes again.
                }
            }

            last = message;
        }

        return last;
    }
}
