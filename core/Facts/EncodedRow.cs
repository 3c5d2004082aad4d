namespace OpsAutomation.Facts;

/// <summary>One record of a batch: its origin, and where its encoded values lie.</summary>
internal struct EncodedRow
{
    public UInt128 Key;
    public long Version;
    public int Start;
    public int Length;
    public uint Values;
    public uint Scope;
    public RecordState State;
}
