namespace OpsAutomation.Facts.Changes;

/// <summary>Reads stored facts with what events told since, then those that only events know.</summary>
internal sealed class OverlayReader : IFactReader
{
    private readonly IFactReader? stored;
    private readonly IReadOnlyDictionary<UInt128, ChangedRecord> told;
    private readonly Func<uint, long> full;
    private readonly int source;
    private readonly RecordUpdate update;
    private readonly FactRecord own;
    private readonly HashSet<UInt128> seen = [];
    private readonly IEnumerator<ChangedRecord> rest;
    private bool isAtRest;

    /// <summary>Starts to read.</summary>
    /// <param name="type">What the records are.</param>
    /// <param name="stored">The stored facts; disposed with the reader. Null where there are none.</param>
    /// <param name="told">What events told, by key.</param>
    /// <param name="full">The moment of the newest full export of a scope, or the least number.</param>
    /// <param name="source">The number that records have that no export holds.</param>
    public OverlayReader(FactType type, IFactReader? stored, IReadOnlyDictionary<UInt128, ChangedRecord> told, Func<uint, long> full, int source)
    {
        this.stored = stored;
        this.told = told;
        this.full = full;
        this.source = source;
        update = new RecordUpdate(type);
        own = new FactRecord(FactSchema.Of(type));
        rest = told.Values.GetEnumerator();
        Current = own;
    }

    /// <inheritdoc/>
    public FactRecord Current { get; private set; }

    /// <inheritdoc/>
    public bool Read()
    {
        if (!isAtRest && stored?.Read() == true)
        {
            Current = stored.Current;
            if (told.TryGetValue(Current.Key, out var record))
            {
                seen.Add(Current.Key);
                own.CopyFrom(Current);
                update.Update(own, record, full(record.Scope));
                Current = own;
            }

            return true;
        }

        isAtRest = true;
        Current = own;
        while (rest.MoveNext())
        {
            if (seen.Contains(rest.Current.Key))
                continue;
            own.Clear();
            own.Key = rest.Current.Key;
            own.Version = long.MinValue;
            own.Source = source;
            if (update.Create(own, rest.Current, full(rest.Current.Scope)))
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        rest.Dispose();
        stored?.Dispose();
    }
}
