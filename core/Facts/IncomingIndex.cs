namespace OpsAutomation.Facts;

/// <summary>
/// The keys of the records that an import brings, each with the version that is kept: 48 bytes a record, whatever the length of its row.
/// Entries lie in chunks in the order of arrival, so growing never copies them; a table of tags and entry numbers finds them.
/// </summary>
internal sealed class IncomingIndex
{
    private const int ChunkBits = 14;
    private const int ChunkSize = 1 << ChunkBits;

    private readonly List<IncomingEntry[]> chunks = [];

    // The upper half of a slot is a part of the key, the lower half the entry's number plus one; 0 is free.
    private ulong[] table = new ulong[1024];

    /// <summary>How many different keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The entry of that number, in the order of arrival.</summary>
    public ref IncomingEntry this[int number] => ref chunks[number >> ChunkBits][number & (ChunkSize - 1)];

    /// <summary>The number of a key's entry, or -1.</summary>
    public int Find(UInt128 key)
    {
        var hash = (ulong)key;
        var mask = (uint)table.Length - 1;
        for (var slot = (uint)hash & mask; ; slot = (slot + 1) & mask)
        {
            var found = table[slot];
            if (found == 0)
                return -1;
            var number = (int)(uint)found - 1;
            if ((found ^ hash) >> 32 == 0 && this[number].Key == key)
                return number;
        }
    }

    /// <summary>Looks at the slots that the keys given are about to be asked for, so that they are in the cache by then.</summary>
    /// <returns>Nothing of interest: it keeps the reads from being optimised away.</returns>
    public ulong Touch(ReadOnlySpan<UInt128> keys)
    {
        var slots = table;
        var mask = (uint)slots.Length - 1;
        var seen = 0UL;
        foreach (var key in keys)
            seen |= slots[(uint)key & mask];
        return seen;
    }

    /// <summary>The number of a key's entry, new or not.</summary>
    public int FindOrAdd(UInt128 key, out bool added)
    {
        if (Count * 3L >= table.Length * 2L)
            Grow();
        var hash = (ulong)key;
        var mask = (uint)table.Length - 1;
        var slot = (uint)hash & mask;
        for (; table[slot] != 0; slot = (slot + 1) & mask)
        {
            var found = (int)(uint)table[slot] - 1;
            if ((table[slot] ^ hash) >> 32 == 0 && this[found].Key == key)
            {
                added = false;
                return found;
            }
        }

        var number = Count++;
        if (number >> ChunkBits == chunks.Count)
            chunks.Add(new IncomingEntry[ChunkSize]);
        this[number].Key = key;
        table[slot] = (hash & 0xffff_ffff_0000_0000) | (uint)Count;
        added = true;
        return number;
    }

    private void Grow()
    {
        table = new ulong[table.Length * 2];
        var mask = (uint)table.Length - 1;
        for (var number = 0; number < Count; number++)
        {
            var hash = (ulong)this[number].Key;
            var slot = (uint)hash & mask;
            while (table[slot] != 0)
                slot = (slot + 1) & mask;
            table[slot] = (hash & 0xffff_ffff_0000_0000) | ((uint)number + 1);
        }
    }
}
