namespace OpsAutomation.Facts;

/// <summary>
/// What a fact file keeps about a record besides its values: who it is, which version it is, and what other versions of it are known to
/// have said. Enough to merge imports in any order with the same outcome.
/// </summary>
internal struct RecordOrigin
{
    /// <summary>The version of a record that is only known to have been merged into another.</summary>
    public const long NeverRead = long.MinValue;

    /// <summary>The natural key's hash.</summary>
    public UInt128 Key;

    /// <summary>See <see cref="FactRecord.Version"/>.</summary>
    public long Version;

    /// <summary>The version of the newest file that held the record, whatever the record's own version.</summary>
    public long Seen;

    /// <summary>The oldest version since which the values are known to have been the same without a break.</summary>
    public long SameSince;

    /// <summary>The newest older version with other values; <see cref="NeverRead"/> where none is known.</summary>
    public long Differed;

    /// <summary>See <see cref="FactRecord.ValuesSince"/>.</summary>
    public int ValuesSince;

    /// <summary>See <see cref="FactRecord.Source"/>.</summary>
    public int Source;

    /// <summary>What a file replaces as a whole: the hash of the key namespace, or of a ledger's company and fiscal year.</summary>
    public uint Scope;

    /// <summary>What the record's own row says, and whether a full export no longer held it.</summary>
    public RecordState State;

    /// <summary>Whether another record says that it has absorbed this one.</summary>
    public bool Absorbed;

    /// <summary>The state that readers see.</summary>
    public readonly RecordState Effective => Absorbed ? State | RecordState.Merged : State;

    /// <summary>Whether more than the one version is known.</summary>
    public readonly bool HasHistory => SameSince != Version || Differed != NeverRead;
}
