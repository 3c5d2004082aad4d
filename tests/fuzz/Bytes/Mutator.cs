using System.Buffers.Binary;
using System.Text;

namespace OpsAutomation.Fuzz.Tests.Bytes;

/// <summary>Damages bytes as broken disks, other programs and malice do.</summary>
internal static class Mutator
{
    private static readonly uint[] Extremes = [0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF];

    private static readonly byte[][] Marks = [[0xFF, 0xFE], [0xFE, 0xFF], [0xEF, 0xBB, 0xBF], [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF]];

    static Mutator() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A damaged copy: one to eight changes.</summary>
    /// <param name="sound">What to damage.</param>
    /// <param name="random">Decides.</param>
    /// <param name="other">Bytes to take pieces from.</param>
    public static byte[] Damage(byte[] sound, Random random, byte[]? other = null)
    {
        var bytes = new List<byte>(sound);
        for (var times = random.Next(1, 9); times > 0 && bytes.Count > 0; times--)
            Change(bytes, random, other ?? sound);
        return [.. bytes];
    }

    /// <summary>Repeats what lies between two places until it is about as long as asked for: rows, elements, brackets.</summary>
    public static byte[] Grow(byte[] bytes, Random random, int length)
    {
        if (bytes.Length == 0)
            return new byte[length];
        var start = random.Next(bytes.Length);
        var count = Math.Min(random.Next(1, random.Next(2) == 0 ? 8 : 4000), bytes.Length - start);
        using var grown = new MemoryStream(length + count);
        grown.Write(bytes, 0, start);
        while (grown.Length < length - (bytes.Length - start))
            grown.Write(bytes, start, count);
        grown.Write(bytes, start, bytes.Length - start);
        return grown.ToArray();
    }

    /// <summary>The text of UTF-8 bytes in another encoding, with or without a mark, or with a wrong one.</summary>
    public static byte[] Encode(byte[] utf8, Random random)
    {
        var text = Encoding.UTF8.GetString(utf8);
        Encoding encoding = random.Next(7) switch
        {
            0 => Encoding.Unicode,
            1 => Encoding.BigEndianUnicode,
            2 => Encoding.UTF32,
            3 => Encoding.Latin1,
            4 => Encoding.GetEncoding(1252),
            5 => Encoding.GetEncoding(850),
            _ => Encoding.UTF8,
        };
        byte[] mark = random.Next(3) switch
        {
            0 => [],
            1 => encoding.GetPreamble(),
            _ => Marks[random.Next(Marks.Length)],
        };
        return [.. mark, .. encoding.GetBytes(text)];
    }

    private static void Change(List<byte> bytes, Random random, byte[] other)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(11))
        {
            case 0: bytes[at] = (byte)random.Next(256); break;
            case 1: bytes[at] ^= (byte)(1 << random.Next(8)); break;
            case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 60), bytes.Count - at)); break;
            case 3 or 4: bytes.InsertRange(at, Tokens.Bytes[random.Next(Tokens.Bytes.Count)]); break;
            case 5: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at))); break;
            case 6 when random.Next(4) == 0: bytes.RemoveRange(at, bytes.Count - at); break;
            case 7: Overwrite(bytes, at, Extremes[random.Next(Extremes.Length)], random.Next(3)); break;
            case 8 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, 400), other.Length - from)).ToArray());
                break;
            case 9: bytes.InsertRange(at, Enumerable.Repeat(Tokens.Bytes[random.Next(Tokens.Bytes.Count)], random.Next(2, 200)).SelectMany(token => token)); break;
            default: (bytes[at], bytes[random.Next(bytes.Count)]) = (bytes[random.Next(bytes.Count)], bytes[at]); break;
        }
    }

    // Lengths, counts and offsets of binary formats are little-endian, of one, two or four bytes.
    private static void Overwrite(List<byte> bytes, int at, uint value, int size)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(number, value);
        for (var i = 0; i < 1 << size && at + i < bytes.Count; i++)
            bytes[at + i] = number[i];
    }
}
