using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Facts;

/// <summary>Records on their way from the thread that reads rows to the one that keeps them; used again and again.</summary>
internal sealed class FactBatch
{
    /// <summary>The most records: few enough to stay in the cache between the two threads.</summary>
    public const int Capacity = 256;

    private readonly FactRecord[] records;
    private readonly (int Start, int Length)[] ids = new (int, int)[Capacity];
    private readonly FactTime?[] modified = new FactTime?[Capacity];
    private readonly ErasedPerson?[] subjects = new ErasedPerson?[Capacity];
    private byte[] idBytes = new byte[Capacity * 16];
    private int used;

    /// <summary>Creates an empty batch of records of one schema.</summary>
    public FactBatch(FactSchema schema)
    {
        records = new FactRecord[Capacity];
        for (var index = 0; index < Capacity; index++)
            records[index] = new FactRecord(schema);
    }

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the batch should go on its way.</summary>
    public bool IsFull => Count == Capacity;

    /// <summary>The record to fill next; <see cref="Keep"/> keeps it. The batch is not full.</summary>
    public FactRecord Next => records[Count];

    /// <summary>The record of that place.</summary>
    public FactRecord this[int index] => records[index];

    /// <summary>The vendor's id of a record, empty where there is none.</summary>
    public ReadOnlySpan<byte> IdOf(int index) => idBytes.AsSpan(ids[index].Start, ids[index].Length);

    /// <summary>The vendor's modified time of a record, or null.</summary>
    public FactTime? ModifiedOf(int index) => modified[index];

    /// <summary>The erased person that a record is known to be about by its row, or null.</summary>
    public ErasedPerson? SubjectOf(int index) => subjects[index];

    /// <summary>Keeps the record that was filled.</summary>
    public void Keep(ReadOnlySpan<byte> id, FactTime? modifiedAt, ErasedPerson? subject = null)
    {
        if (used + id.Length > idBytes.Length)
            Array.Resize(ref idBytes, Math.Max(idBytes.Length * 2, used + id.Length));
        id.CopyTo(idBytes.AsSpan(used));
        ids[Count] = (used, id.Length);
        modified[Count] = modifiedAt;
        subjects[Count] = subject;
        used += id.Length;
        Count++;
    }

    /// <summary>Empties the batch for another use.</summary>
    public void Clear()
    {
        Count = 0;
        used = 0;
    }
}
