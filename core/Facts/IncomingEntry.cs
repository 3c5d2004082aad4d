namespace OpsAutomation.Facts;

/// <summary>What is known of one record that an import brings.</summary>
internal struct IncomingEntry
{
    /// <summary>The row of an entry whose record is not kept, since the stored one is.</summary>
    public const int NotKept = -1;

    /// <summary>Who the record is.</summary>
    public UInt128 Key;

    /// <summary>The hash of its values and state.</summary>
    public ulong Content;

    /// <summary>Its version.</summary>
    public long Version;

    /// <summary>The hash of the values that a later export may overwrite.</summary>
    public uint Values;

    /// <summary>The number of the row that is kept, over all segments of the fact type.</summary>
    public int Row;
}
