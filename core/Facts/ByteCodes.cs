using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace OpsAutomation.Facts;

/// <summary>Variable-length integers, seven bits a byte, and exact decimals in as few bytes as their digits need.</summary>
internal static class ByteCodes
{
    /// <summary>The most bytes that one number takes.</summary>
    public const int MaxNumber = 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Write(Span<byte> target, ulong value)
    {
        var count = 0;
        while (value >= 0x80)
        {
            target[count++] = (byte)(value | 0x80);
            value >>= 7;
        }

        target[count++] = (byte)value;
        return count;
    }

    public static int WriteSigned(Span<byte> target, long value) => Write(target, (ulong)((value << 1) ^ (value >> 63)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ReadOnlySpan<byte> source, ref int at)
    {
        ulong value = source[at++];
        return value < 0x80 ? value : ReadLong(source, ref at, value & 0x7f);
    }

    public static long ReadSigned(ReadOnlySpan<byte> source, ref int at)
    {
        var value = Read(source, ref at);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    // Trailing zeros are dropped: 100 and 100.00 are the same amount, whatever file they come from.
    public static int Write(Span<byte> target, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xff;
        var sign = bits[3] < 0 ? 0x20 : 0;
        var low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        if (bits[2] != 0)
            return WriteWide(target, new UInt128((uint)bits[2], low), scale, sign);

        while (scale > 0)
        {
            var (quotient, remainder) = Math.DivRem(low, 10);
            if (remainder != 0)
                break;
            low = quotient;
            scale--;
        }

        if (low == 0)
            sign = 0;
        target[0] = (byte)(scale | sign);
        return 1 + Write(target[1..], low);
    }

    public static decimal ReadNumber(ReadOnlySpan<byte> source, ref int at)
    {
        var head = source[at++];
        var low = Read(source, ref at);
        var high = 0;
        if ((head & 0x40) != 0)
        {
            high = BinaryPrimitives.ReadInt32LittleEndian(source[at..]);
            at += 4;
        }

        return new decimal((int)low, (int)(low >> 32), high, (head & 0x20) != 0, (byte)(head & 0x1f));
    }

    public static void SkipNumber(ReadOnlySpan<byte> source, ref int at)
    {
        var head = source[at++];
        Read(source, ref at);
        if ((head & 0x40) != 0)
            at += 4;
    }

    private static int WriteWide(Span<byte> target, UInt128 digits, int scale, int sign)
    {
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        var high = (uint)(digits >> 64);
        target[0] = (byte)(scale | sign | (high != 0 ? 0x40 : 0));
        var count = 1 + Write(target[1..], (ulong)digits);
        if (high == 0)
            return count;
        BinaryPrimitives.WriteUInt32LittleEndian(target[count..], high);
        return count + 4;
    }

    private static ulong ReadLong(ReadOnlySpan<byte> source, ref int at, ulong value)
    {
        for (var shift = 7; ; shift += 7)
        {
            if (shift > 63)
                throw new FormatException("A number in a fact file is too long.");
            ulong next = source[at++];
            value |= (next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
    }
}
