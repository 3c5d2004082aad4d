using System.Diagnostics;
using System.Text;

namespace OpsAutomation.Fuzz.Tests.Running;

/// <summary>
/// What is known of the case that runs now, from another thread; and its name in a file, should the whole process end. Time is the
/// processor's, since a busy machine is no hang; a case that waits for what never comes is found by the clock.
/// </summary>
internal sealed class CaseWatch
{
    private static readonly string LastCaseFile = Path.Combine(AppContext.BaseDirectory, "last-case.txt");
    private readonly Lock gate = new();
    private FuzzCase? current;
    private TimeSpan used;
    private long began;

    /// <summary>What all cases took.</summary>
    public TimeSpan Total { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public string SlowestName { get; private set; } = "";

    /// <summary>The largest heap that was seen, garbage included.</summary>
    public long LargestHeap { get; private set; }

    /// <summary>The case that has run for too long, or null.</summary>
    public FuzzCase? Hanging
    {
        get
        {
            lock (gate)
                return current is not null && (Used > FuzzSettings.Patience || Stopwatch.GetElapsedTime(began) > FuzzSettings.LongestWait) ? current : null;
        }
    }

    private TimeSpan Used => Environment.CpuUsage.TotalTime - used;

    public void Begin(FuzzCase starting)
    {
        // A stack that overflows ends the process without a word: the file says which case it was.
        using (var file = File.OpenHandle(LastCaseFile, FileMode.OpenOrCreate, FileAccess.Write))
            RandomAccess.Write(file, Encoding.ASCII.GetBytes($"OPS_FUZZ_SEED={FuzzSettings.Seed} OPS_FUZZ_CASE={starting.Name}".PadRight(100) + "\n"), 0);
        lock (gate)
        {
            current = starting;
            used = Environment.CpuUsage.TotalTime;
            began = Stopwatch.GetTimestamp();
        }
    }

    public void End()
    {
        lock (gate)
        {
            var took = Used;
            Total += took;
            if (took >= Slowest)
                (Slowest, SlowestName) = (took, current!.Name);
            current = null;
        }
    }

    public void SampleHeap() => LargestHeap = Math.Max(LargestHeap, GC.GetTotalMemory(forceFullCollection: false));
}
