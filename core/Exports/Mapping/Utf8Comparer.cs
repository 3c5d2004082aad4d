using System.IO.Hashing;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Compares UTF-8 texts byte by byte, and looks them up without allocating.</summary>
internal sealed class Utf8Comparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
{
    internal static readonly Utf8Comparer Instance = new();

    // Words come from files: their places in a table are not for a file to choose, hence another seed in each process.
    private static readonly long Seed = HashCode.Combine(0);

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

    public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

    public int GetHashCode(ReadOnlySpan<byte> alternate) => (int)XxHash3.HashToUInt64(alternate, Seed);

    public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
}
