namespace OpsAutomation.Facts;

/// <summary>A batch of encoded records, on its way from the thread that reads rows to the one that keeps them.</summary>
internal sealed class EncodedRows
{
    private const int Rows = 2048;
    private const int Bytes = 256 * 1024;

    private readonly EncodedRow[] rows = new EncodedRow[Rows];
    private byte[] values = new byte[Bytes + 4096];
    private int used;

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the batch should go on its way.</summary>
    public bool IsFull => Count == Rows || used >= Bytes;

    /// <summary>The record of that place.</summary>
    public ref readonly EncodedRow this[int index] => ref rows[index];

    /// <summary>The encoded values of a record.</summary>
    public ReadOnlySpan<byte> ValuesOf(in EncodedRow row) => values.AsSpan(row.Start, row.Length);

    /// <summary>Encodes a record's values at the end of the batch; <see cref="Keep"/> keeps them.</summary>
    public ReadOnlySpan<byte> Encode(FactRecord record)
    {
        var most = FactEncoding.MaxLength(record);
        if (values.Length - used < most)
            Array.Resize(ref values, used + most);
        return values.AsSpan(used, FactEncoding.Write(record, values.AsSpan(used)));
    }

    /// <summary>Adds the record whose values were encoded last.</summary>
    public void Keep(EncodedRow row, int length)
    {
        row.Start = used;
        row.Length = length;
        rows[Count++] = row;
        used += length;
    }

    /// <summary>Empties the batch for another use.</summary>
    public void Clear()
    {
        Count = 0;
        used = 0;
    }
}
