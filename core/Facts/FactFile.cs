using System.IO.Hashing;

namespace OpsAutomation.Facts;

/// <summary>
/// The form of a fact file, all integers little-endian: magic, form number; the header (fact type, field names and kinds) with its length
/// and checksum; blocks of records, each with length, record count and checksum; an empty block; the footer with totals and checksum.
/// </summary>
internal static class FactFile
{
    /// <summary>The number of this form; a reader refuses a greater one.</summary>
    public const byte Form = 1;

    /// <summary>The size at which a block is written.</summary>
    public const int BlockSize = 256 * 1024;

    /// <summary>The greatest size of a block that holds one very long record.</summary>
    public const int MaxBlockSize = 512 * 1024 * 1024;

    /// <summary>Length, record count and checksum of a block.</summary>
    public const int BlockHead = 16;

    /// <summary>Records, payload bytes and checksum at the end.</summary>
    public const int FooterSize = 24;

    // The flags of a record, above the four bits of its state.
    public const byte Absorbed = 0x10;
    public const byte History = 0x20;
    public const byte SameOrigin = 0x40;
    public const byte SameSeen = 0x80;

    /// <summary>The first four bytes.</summary>
    public static ReadOnlySpan<byte> Magic => "OPSF"u8;

    /// <summary>What tells a block from one of the same bytes at another place, or with another count.</summary>
    public static long Seed(int block, uint count) => ((long)count << 32) | (uint)block;

    /// <summary>The checksum of a part; the seed tells blocks with equal content apart.</summary>
    public static ulong Checksum(ReadOnlySpan<byte> content, long seed) => XxHash3.HashToUInt64(content, seed);
}
