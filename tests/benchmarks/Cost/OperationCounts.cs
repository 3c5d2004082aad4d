using System.Collections.Concurrent;

namespace OpsAutomation.Benchmarks.Cost;

/// <summary>How often each billed operation was asked for.</summary>
internal sealed class OperationCounts
{
    private readonly ConcurrentDictionary<string, int> counts = new(StringComparer.Ordinal);

    /// <summary>Counts operations.</summary>
    public void Add(string operation, int count = 1) => counts.AddOrUpdate(operation, count, (_, before) => before + count);

    /// <summary>What was counted, by the names of operations.</summary>
    public SortedDictionary<string, int> Read() => new(counts, StringComparer.Ordinal);
}
