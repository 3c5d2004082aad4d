using System.Numerics;
using System.Runtime.CompilerServices;

namespace OpsAutomation.Facts;

/// <summary>
/// The values of a record as bytes: a mask of the fields that are there, then numbers, times, flags and texts, each in the schema's order.
/// Equal values give equal bytes, so a record's content can be compared, hashed and copied without being decoded.
/// </summary>
internal static class FactEncoding
{
    /// <summary>The most bytes that a record can need.</summary>
    public static int MaxLength(FactRecord record) =>
        10 + (record.Numbers.Length * ByteCodes.MaxNumber) + (record.Times.Length * 15) + record.Flags.Length + (record.Texts.Length * 5) + record.TextSize;

    /// <summary>Writes the values of a record; the target is large enough.</summary>
    public static int Write(FactRecord record, Span<byte> target)
    {
        var schema = record.Schema;
        var fields = schema.Slots;
        var present = record.Present;
        var at = ByteCodes.Write(target, present);
        for (var mask = present & schema.MaskOf(FieldKind.Number); mask != 0; mask &= mask - 1)
            at += ByteCodes.Write(target[at..], record.Numbers[fields[BitOperations.TrailingZeroCount(mask)]]);
        for (var mask = present & schema.MaskOf(FieldKind.Time); mask != 0; mask &= mask - 1)
            at += Write(target[at..], record.Times[fields[BitOperations.TrailingZeroCount(mask)]]);
        for (var mask = present & schema.MaskOf(FieldKind.Flag); mask != 0; mask &= mask - 1)
            target[at++] = record.Flags[fields[BitOperations.TrailingZeroCount(mask)]] ? (byte)1 : (byte)0;
        for (var mask = present & schema.MaskOf(FieldKind.Text); mask != 0; mask &= mask - 1)
        {
            var (start, length) = record.Texts[fields[BitOperations.TrailingZeroCount(mask)]];
            at += ByteCodes.Write(target[at..], (ulong)length);
            record.Utf8.AsSpan(start, length).CopyTo(target[at..]);
            at += length;
        }

        return at;
    }

    /// <summary>Reads the values that start at <paramref name="at"/> of a block into a record, which looks into the block for its texts.</summary>
    public static void Read(FactLayout layout, FactRecord record, byte[] block, int at)
    {
        ReadOnlySpan<byte> source = block;
        var slots = layout.Slots;
        var stored = ByteCodes.Read(source, ref at);
        for (var mask = stored & layout.Numbers; mask != 0; mask &= mask - 1)
        {
            var slot = slots[BitOperations.TrailingZeroCount(mask)];
            if (slot >= 0)
                record.Numbers[slot] = ByteCodes.ReadNumber(source, ref at);
            else
                ByteCodes.SkipNumber(source, ref at);
        }

        for (var mask = stored & layout.Times; mask != 0; mask &= mask - 1)
        {
            var time = ReadTime(source, ref at);
            var slot = slots[BitOperations.TrailingZeroCount(mask)];
            if (slot >= 0)
                record.Times[slot] = time;
        }

        for (var mask = stored & layout.Flags; mask != 0; mask &= mask - 1)
        {
            var slot = slots[BitOperations.TrailingZeroCount(mask)];
            if (slot >= 0)
                record.Flags[slot] = source[at] != 0;
            at++;
        }

        for (var mask = stored & layout.Texts; mask != 0; mask &= mask - 1)
        {
            var length = (int)ByteCodes.Read(source, ref at);
            var slot = slots[BitOperations.TrailingZeroCount(mask)];
            if (slot >= 0)
                record.Texts[slot] = (at, length);
            at += length;
        }

        record.Look(block, layout.Translate(stored));
    }

    // Days are the rule in exports, so a time costs a byte only where there is one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Write(Span<byte> target, StoredTime time)
    {
        var at = ByteCodes.WriteSigned(target, ((long)time.Packed << 1) | (time.Milliseconds >= 0 ? 1L : 0L));
        if (time.Milliseconds < 0)
            return at;
        at += ByteCodes.Write(target[at..], (ulong)time.Milliseconds);
        return at + ByteCodes.WriteSigned(target[at..], time.Offset);
    }

    private static StoredTime ReadTime(ReadOnlySpan<byte> source, ref int at)
    {
        var head = ByteCodes.ReadSigned(source, ref at);
        var packed = (int)(head >> 1);
        if ((head & 1) == 0)
            return new(packed, -1, 0);
        var milliseconds = (int)ByteCodes.Read(source, ref at);
        return new(packed, milliseconds, (int)ByteCodes.ReadSigned(source, ref at));
    }
}
