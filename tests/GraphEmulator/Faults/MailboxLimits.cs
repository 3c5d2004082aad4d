using System.Collections.Concurrent;

namespace OpsAutomation.GraphEmulator.Faults;

/// <summary>Counts the requests at once and the sends of a minute, by mailbox.</summary>
internal sealed class MailboxLimits(EmulatorSettings settings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, int> busy = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<DateTimeOffset>> sends = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lock gate = new();
    private int most;
    private int refused;

    /// <summary>The most requests that a mailbox had at once.</summary>
    public int Most => most;

    /// <summary>How many requests went beyond a limit.</summary>
    public int Refused => refused;

    public bool TryEnter(string mailbox)
    {
        var now = busy.AddOrUpdate(mailbox, 1, (_, count) => count + 1);
        for (var known = most; now > known; known = most)
            Interlocked.CompareExchange(ref most, now, known);
        if (now <= settings.RequestsAtOnce)
            return true;
        Leave(mailbox);
        Interlocked.Increment(ref refused);
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

            Interlocked.Increment(ref refused);
            return (int)Math.Ceiling((times[0] + TimeSpan.FromMinutes(1) - now).TotalSeconds);
        }
    }
}
