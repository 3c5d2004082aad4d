using OpsAutomation.Ports;

namespace OpsAutomation.CrashHost;

/// <summary>Adds each message several times, as a queue may deliver it.</summary>
internal sealed class RepeatingQueue(IJobQueue queue, int times) : IJobQueue
{
    public async Task SendAsync(string name, string message, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        for (var time = 0; time < times; time++)
            await queue.SendAsync(name, message, delay, cancellationToken);
    }
}
