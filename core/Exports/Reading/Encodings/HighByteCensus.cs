namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>Counts the bytes that are not UTF-8, with what stands beside them, and names the encoding that makes the likeliest text of them.</summary>
internal sealed class HighByteCensus
{
    private const string FrenchLetters = "éèàêçôîûâùëïÉÀÈÇÊÔÎœäöüßñóíáú";

    private readonly long[] _inWord = new long[128];
    private readonly long[] _apart = new long[128];

    /// <summary>Bytes counted.</summary>
    public long Total { get; private set; }

    /// <param name="value">The byte, from 0x80.</param>
    /// <param name="before">The byte before it, 0 at the start.</param>
    /// <param name="after">The byte behind it, 0 at the end.</param>
    public void Add(byte value, byte before, byte after)
    {
        Total++;
        if (char.IsAsciiLetter((char)before) || char.IsAsciiLetter((char)after))
            _inWord[value - 128]++;
        else
            _apart[value - 128]++;
    }

    public SingleByteEncoding Decide()
    {
        if (Score(SingleByteEncoding.Ibm850) > Score(SingleByteEncoding.Windows1252))
            return SingleByteEncoding.Ibm850;
        // What 1252 leaves undefined are control characters in 8859-1; elsewhere 1252 is the larger of the two.
        foreach (var undefined in (ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D])
        {
            if (_inWord[undefined - 128] + _apart[undefined - 128] > 0)
                return SingleByteEncoding.Latin1;
        }

        return SingleByteEncoding.Windows1252;
    }

    private long Score(SingleByteEncoding encoding)
    {
        long score = 0;
        for (var i = 0; i < 128; i++)
            score += (_inWord[i] * Weight(encoding.Characters[i], inWord: true)) + (_apart[i] * Weight(encoding.Characters[i], inWord: false));
        return score;
    }

    /// <summary>How likely the character is within a word or apart from letters, in French or English business texts.</summary>
    private static int Weight(char c, bool inWord)
    {
        if (FrenchLetters.Contains(c, StringComparison.Ordinal))
            return inWord ? 4 : c == 'à' || c == 'À' ? 3 : 0;
        if (c is '’' or '…' or '“' or '”' or '«' or '»' or '–' or '—' or '°' or '\u00a0' or '€' or '£' or '²' or '®' or '™' or '•' or '·' or '‘' or '©' or '±' or '½' or '¼')
            return inWord ? (c is '’' or '…' or '\u00a0' or '®' or '™' or '”' or '“' or '»' or '«' ? 2 : -1) : 3;
        if (char.IsControl(c))
            return -5;
        if (c is >= '\u2500' and <= '\u25ff')
            return -4;
        return char.IsLetter(c) ? (inWord ? 0 : -2) : -2;
    }
}
