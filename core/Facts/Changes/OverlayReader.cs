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
    private readonly StandIns? standIns;
    private IEnumerator<FactRecord>? left;
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
        if (told.Values.Any(record => record.IsStandIn))
            standIns = new StandIns(told.Values, Create);
        Current = own;
    }

    /// <inheritdoc/>
    public FactRecord Current { get; private set; }

    /// <inheritdoc/>
    public bool Read()
    {
        if (!isAtRest && ReadStored())
            return true;
        isAtRest = true;
        Current = own;
        while (left is null && rest.MoveNext())
        {
            if (rest.Current.IsStandIn || seen.Contains(rest.Current.Key) || !Create(own, rest.Current))
                continue;
            standIns?.Meet(own);
            return true;
        }

        // Last, once every payment that they could stand for has gone by.
        left ??= (standIns?.Left ?? []).ToList().GetEnumerator();
        if (!left.MoveNext())
            return false;
        Current = left.Current;
        return true;
    }

    private bool ReadStored()
    {
        if (stored?.Read() != true)
            return false;
        Current = stored.Current;
        if (told.TryGetValue(Current.Key, out var record))
        {
            seen.Add(Current.Key);
            own.CopyFrom(Current);
            update.Update(own, record, full(record.Scope));
            Current = own;
        }

        standIns?.Meet(Current);
        return true;
    }

    private bool Create(FactRecord record, ChangedRecord one)
    {
        record.Clear();
        record.Key = one.Key;
        record.Version = long.MinValue;
        record.Source = source;
        return update.Create(record, one, full(one.Scope));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        rest.Dispose();
        left?.Dispose();
        stored?.Dispose();
    }
}
