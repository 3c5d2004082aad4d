using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace OpsAutomation.Facts;

/// <summary>Natural keys as 128-bit hashes: of fact type, namespace and the vendor's id, or of the values and their occurrence in the file.</summary>
internal sealed class FactKeys
{
    private readonly Dictionary<UInt128, int> occurrences = [];
    private readonly long idSeed;
    private readonly long contentSeed;

    /// <summary>Starts the keys of one file's records of one type and namespace.</summary>
    public FactKeys(FactType type, string keyNamespace)
    {
        var seed = XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(keyNamespace), (long)type);
        idSeed = (long)seed;
        contentSeed = (long)(seed ^ 0x9e37_79b9_7f4a_7c15);
        Scope = (uint)seed;
    }

    /// <summary>What stands for the namespace in stored records.</summary>
    public uint Scope { get; }

    /// <summary>The key of a record with an id.</summary>
    public UInt128 Of(ReadOnlySpan<byte> id) => XxHash128.HashToUInt128(id, idSeed);

    /// <summary>The key of a record without an id: equal rows of one file are told apart by their number.</summary>
    public UInt128 OfValues(ReadOnlySpan<byte> values)
    {
        var first = XxHash128.HashToUInt128(values, contentSeed);
        ref var count = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(occurrences, first, out _);
        if (count++ == 0)
            return first;
        Span<byte> numbered = stackalloc byte[20];
        BinaryPrimitives.WriteUInt128LittleEndian(numbered, first);
        BinaryPrimitives.WriteInt32LittleEndian(numbered[16..], count);
        return XxHash128.HashToUInt128(numbered, contentSeed);
    }

    /// <summary>The scope of a ledger that replaces a company's fiscal year.</summary>
    public static uint LedgerScope(ReadOnlySpan<byte> siren, ReadOnlySpan<byte> fiscalYear) =>
        (uint)XxHash3.HashToUInt64(fiscalYear, (long)XxHash3.HashToUInt64(siren, (long)FactType.LedgerEntry));
}
