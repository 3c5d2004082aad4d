using System.Collections.Concurrent;

namespace OpsAutomation.GraphEmulator.Faults;

/// <summary>Counts the requests at once and the sends of a minute, by mailbox.</summary>
internal sealed class MailboxLimits(EmulatorSettings settings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, int> busy = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<DateTimeOffset>> sends = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();

    public bool TryEnter(string mailbox)
    {
        if (busy.AddOrUpdate(mailbox, 1, (_, count) => count + 1) <= settings.RequestsAtOnce)
            return true;
        Leave(mailbox);
        return false;
    }

    public void Leave(string mailbox) => busy.AddOrUpdate(mailbox, 0, (_, count) => count - 1);

    /// <summary>Counts a send; or says after how many seconds there is room for it.</summary>
    public int? SecondsUntilSend(string mailbox)
    {
        lock (gate)
        {
            if (!sends.TryGetValue(mailbox, out var times))
                sends.Add(mailbox, times = []);
            var now = clock.GetUtcNow();
            times.RemoveAll(time => now - time >= TimeSpan.FromMinutes(1));
            if (times.Count < settings.SendsPerMinute)
            {
                times.Add(now);
                return null;
            }

            return (int)Math.Ceiling((times[0] + TimeSpan.FromMinutes(1) - now).TotalSeconds);
        }
    }
}
