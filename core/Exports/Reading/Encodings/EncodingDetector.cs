using System.Text;
using System.Text.Unicode;

namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>Finds a text's encoding from all of its bytes, so that one odd line at the end of a large file is not missed.</summary>
internal static class EncodingDetector
{
    private const int BlockSize = 256 * 1024;

    /// <summary>Reads the stream to its end.</summary>
    public static TextEncoding Detect(Stream stream)
    {
        var block = new byte[BlockSize];
        var length = stream.ReadAtLeast(block, BlockSize, throwOnEndOfStream: false);
        var wide = ByMark(block.AsSpan(0, length)) ?? ByZeros(block.AsSpan(0, length));
        if (wide is not null)
            return wide;
        var mark = block.AsSpan(0, length).StartsWith("\ufeff"u8) ? 3 : 0;
        var census = new HighByteCensus();
        var sequences = Count(stream, block, length, mark, census);
        var utf8 = mark > 0 ? "utf-8-bom" : "utf-8";
        if (census.Total == 0)
            return new(utf8, mark);
        var other = census.Decide();
        // The mark of UTF-8 is itself a sign that the text was meant to be UTF-8.
        if (sequences > 0 || mark > 0)
            return new($"mixed:utf-8+{other.Name}", mark, Fallback: other, FallbackBytes: census.Total);
        return new(other.Name, 0, other.Encoding);
    }

    private static TextEncoding? ByMark(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, 0]))
            return new("utf-32le", 4, new UTF32Encoding(bigEndian: false, byteOrderMark: false));
        if (text.StartsWith((ReadOnlySpan<byte>)[0, 0, 0xFE, 0xFF]))
            return new("utf-32be", 4, new UTF32Encoding(bigEndian: true, byteOrderMark: false));
        if (text.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return new("utf-16le", 2, new UnicodeEncoding(bigEndian: false, byteOrderMark: false));
        return text.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF])
            ? new("utf-16be", 2, new UnicodeEncoding(bigEndian: true, byteOrderMark: false))
            : null;
    }

    /// <summary>Without a mark: the zeros of Latin letters say how wide characters are and which byte comes first.</summary>
    private static TextEncoding? ByZeros(ReadOnlySpan<byte> text)
    {
        text = text[..Math.Min(text.Length, 16 * 1024)];
        if (text.Length < 4 || text.IndexOf((byte)0) < 0)
            return null;
        Span<int> zeros = stackalloc int[4];
        for (var i = 0; i < text.Length; i++)
            zeros[i & 3] += text[i] == 0 ? 1 : 0;
        // Nine in ten of a place: texts with some other script among Latin ones still pass at six.
        var many = text.Length / 4 * 6 / 10;
        var few = text.Length / 4 / 10;
        if (zeros[0] <= few && zeros[1] > many && zeros[2] > many && zeros[3] > many)
            return new("utf-32le", 0, new UTF32Encoding(bigEndian: false, byteOrderMark: false));
        if (zeros[3] <= few && zeros[0] > many && zeros[1] > many && zeros[2] > many)
            return new("utf-32be", 0, new UTF32Encoding(bigEndian: true, byteOrderMark: false));
        if (zeros[0] <= few && zeros[2] <= few && zeros[1] > many && zeros[3] > many)
            return new("utf-16le", 0, new UnicodeEncoding(bigEndian: false, byteOrderMark: false));
        if (zeros[1] <= few && zeros[3] <= few && zeros[0] > many && zeros[2] > many)
            return new("utf-16be", 0, new UnicodeEncoding(bigEndian: true, byteOrderMark: false));
        return null;
    }

    /// <summary>Counts plausible UTF-8 sequences where other bytes occur too, and takes those bytes to the census.</summary>
    private static long Count(Stream stream, byte[] block, int length, int start, HighByteCensus census)
    {
        long sequences = 0;
        while (true)
        {
            var isLast = length < block.Length;
            var rest = Whole(block.AsSpan(start, length - start), isLast);
            if (!Utf8.IsValid(block.AsSpan(start, length - start - rest)))
                sequences += CountOdd(block.AsSpan(start, length - start - rest), census);
            else if (sequences == 0 && block.AsSpan(start, length - start - rest).IndexOfAnyInRange((byte)0x80, (byte)0xFF) >= 0)
                sequences = 1;
            if (isLast)
                return sequences;
            block.AsSpan(length - rest, rest).CopyTo(block);
            start = 0;
            length = rest + stream.ReadAtLeast(block.AsSpan(rest), block.Length - rest, throwOnEndOfStream: false);
        }
    }

    /// <summary>The bytes at the end that begin a sequence whose rest is in the next block.</summary>
    private static int Whole(ReadOnlySpan<byte> text, bool isLast)
    {
        if (isLast)
            return 0;
        for (var back = 1; back <= 3 && back <= text.Length; back++)
        {
            var c = text[^back];
            if (c < 0x80)
                return 0;
            if (c >= 0xC0)
                return Utf8Sequence.Length(text[^back..]) < 0 ? back : 0;
        }

        return 0;
    }

    private static long CountOdd(ReadOnlySpan<byte> text, HighByteCensus census)
    {
        long sequences = 0;
        var at = 0;
        while (true)
        {
            var next = text[at..].IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (next < 0)
                return sequences;
            at += next;
            var sequence = Utf8Sequence.Length(text[at..]);
            if (sequence > 0)
            {
                sequences++;
                at += sequence;
                continue;
            }

            census.Add(text[at], at > 0 ? text[at - 1] : (byte)0, at + 1 < text.Length ? text[at + 1] : (byte)0);
            at++;
        }
    }
}
