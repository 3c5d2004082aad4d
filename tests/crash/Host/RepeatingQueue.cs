using OpsAutomation.Ports;

namespace OpsAutomation.CrashHost;

/// <summary>Adds each message several times, as a queue may deliver it.</summary>
/// <param name="queue">The queue.</param>
/// <param name="times">How often: of each queue the first message so often as the first says, the next as the second, and so on round.</param>
internal sealed class RepeatingQueue(IJobQueue queue, IReadOnlyList<int> times) : IJobQueue
{
    private readonly Dictionary<string, int> sent = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public async Task SendAsync(string name, string message, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        for (var time = Next(name); time > 0; time--)
            await queue.SendAsync(name, message, delay, cancellationToken);
    }

    private int Next(string name)
    {
        lock (gate)
        {
            var number = sent.GetValueOrDefault(name);
            sent[name] = number + 1;
            return times[number % times.Count];
        }
    }
}
