using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OpsAutomation.Privacy;

/// <summary>
/// Replaces the letters and digits of a text by others and leaves its look: the same length, case, punctuation and leading zeros. Under one
/// key no two texts become the same, so that what was distinct stays distinct: an alternating Feistel network over the replaced characters.
/// </summary>
internal sealed class ShapeCipher(byte[] key)
{
    private const int Rounds = 8;

    // Beyond this, one hash of the whole text is distinct enough.
    private const int LongestPermuted = 48;
    private const int LeastHex = 12;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    private const string Digits = "0123456789";
    private const string LeadingDigits = "123456789";
    private const string Lower = "abcdefghijklmnopqrstuvwxyz";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string LowerHex = "abcdef";
    private const string UpperHex = "ABCDEF";
    private const string LowerAccented = "àâçéèêëîïôöùûü";
    private const string UpperAccented = "ÀÂÇÉÈÊËÎÏÔÖÙÛÜ";

    /// <summary>The replaced text, of the same length.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kept">How many characters at its beginning stay.</param>
    public string Replace(string text, int kept = 0)
    {
        var places = new List<(int At, string Alphabet)>(text.Length);
        var isHex = IsHex(text.AsSpan(kept));
        for (var i = kept; i < text.Length; i++)
        {
            if (AlphabetOf(text, i, isHex) is { } alphabet)
                places.Add((i, alphabet));
        }

        if (places.Count == 0)
            return text;
        var shape = ShapeOf(text, places);
        var numerals = new int[places.Count];
        for (var i = 0; i < numerals.Length; i++)
            numerals[i] = Math.Max(0, places[i].Alphabet.IndexOf(text[places[i].At], StringComparison.Ordinal));
        if (numerals.Length > LongestPermuted)
            Add(numerals, places, 0, numerals.Length, Stream(0, shape, Encoding.UTF8.GetBytes(text), numerals.Length));
        else
            Permute(numerals, places, shape);
        var replaced = text.ToCharArray();
        for (var i = 0; i < numerals.Length; i++)
            replaced[places[i].At] = places[i].Alphabet[numerals[i]];
        return new string(replaced);
    }

    private void Permute(int[] numerals, List<(int At, string Alphabet)> places, byte[] shape)
    {
        var middle = numerals.Length / 2;
        for (var round = 1; round <= Rounds; round++)
        {
            var (from, to, other, otherEnd) = round % 2 == 0 ? (0, middle, middle, numerals.Length) : (middle, numerals.Length, 0, middle);
            var half = new byte[(otherEnd - other) * 2];
            for (var i = other; i < otherEnd; i++)
                BinaryPrimitives.WriteUInt16LittleEndian(half.AsSpan((i - other) * 2), (ushort)numerals[i]);
            Add(numerals, places, from, to, Stream(round, shape, half, to - from));
        }
    }

    private static void Add(int[] numerals, List<(int At, string Alphabet)> places, int from, int to, ReadOnlySpan<byte> stream)
    {
        for (var i = from; i < to; i++)
        {
            var size = places[i].Alphabet.Length;
            numerals[i] = (int)((uint)(numerals[i] + (BinaryPrimitives.ReadUInt32LittleEndian(stream[((i - from) * 4)..]) % (uint)size)) % (uint)size);
        }
    }

    private byte[] Stream(int round, byte[] shape, byte[] input, int numerals)
    {
        Span<byte> seed = stackalloc byte[32];
        using (var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key))
        {
            hash.AppendData([(byte)'s', (byte)round]);
            hash.AppendData(shape);
            hash.AppendData(input);
            hash.GetHashAndReset(seed);
        }

        var stream = new byte[((numerals * 4) + 31) / 32 * 32];
        Span<byte> block = stackalloc byte[36];
        seed.CopyTo(block);
        for (var at = 0; at < stream.Length; at += 32)
        {
            BinaryPrimitives.WriteInt32LittleEndian(block[32..], at);
            SHA256.HashData(block, stream.AsSpan(at));
        }

        return stream;
    }

    // What a replaced text shares with its original: where two texts share it, they may meet in one permutation.
    private static byte[] ShapeOf(string text, List<(int At, string Alphabet)> places)
    {
        var shape = text.ToCharArray();
        foreach (var (at, alphabet) in places)
            shape[at] = alphabet[0];
        return SHA256.HashData(Encoding.UTF8.GetBytes(shape));
    }

    private static bool IsHex(ReadOnlySpan<char> text) =>
        text.Length >= LeastHex && !text.ContainsAnyExcept(Hex);

    private static string? AlphabetOf(string text, int at, bool isHex)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c))
        {
            if (at > 0 && char.IsAsciiDigit(text[at - 1]))
                return Digits;
            // A leading zero stays one, so that numbers keep their number of digits.
            return c == '0' ? null : LeadingDigits;
        }

        if (char.IsAsciiLetterLower(c))
            return isHex ? LowerHex : Lower;
        if (char.IsAsciiLetterUpper(c))
            return isHex ? UpperHex : Upper;
        if (c < 0x80 || !char.IsLetter(c))
            return null;
        if (LowerAccented.Contains(c))
            return LowerAccented;
        if (UpperAccented.Contains(c))
            return UpperAccented;
        // Letters of other alphabets: taken from their own neighbourhood.
        return NeighboursOf(c);
    }

    private static string? NeighboursOf(char c)
    {
        if (char.IsSurrogate(c))
            return null;
        var first = c & ~0x1f;
        var letters = new StringBuilder(32);
        for (var i = 0; i < 32; i++)
        {
            if (char.IsLetter((char)(first + i)) && char.IsUpper((char)(first + i)) == char.IsUpper(c))
                letters.Append((char)(first + i));
        }

        return letters.Length < 2 ? null : letters.ToString();
    }
}
