namespace OpsAutomation.Facts;

/// <summary>The records of one block, decoded, with the bytes that their texts lie in; used again for later blocks.</summary>
internal sealed class FactBlock(FactSchema schema)
{
    private readonly List<FactRecord> records = [];

    /// <summary>The block's bytes.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>The record of that place.</summary>
    public FactRecord this[int index] => records[index];

    /// <summary>The record to decode into next.</summary>
    public FactRecord Add()
    {
        if (Count == records.Count)
            records.Add(new FactRecord(schema));
        return records[Count++];
    }

    /// <summary>Empties the block for another use.</summary>
    public void Clear() => Count = 0;
}
