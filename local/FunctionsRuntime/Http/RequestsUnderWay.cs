namespace OpsAutomation.FunctionsRuntime.Http;

/// <summary>How many requests wait for their answer: what nobody waits for gives way to them.</summary>
internal sealed class RequestsUnderWay
{
    // What people open comes one by one; this many at once is a sender at work.
    private const int Many = 8;
    private int count;

    /// <summary>Whether they are so many that other work should wait for a moment.</summary>
    public bool AreMany => Volatile.Read(ref count) >= Many;

    /// <summary>One has come.</summary>
    public void Begin() => Interlocked.Increment(ref count);

    /// <summary>One has its answer.</summary>
    public void End() => Interlocked.Decrement(ref count);
}
