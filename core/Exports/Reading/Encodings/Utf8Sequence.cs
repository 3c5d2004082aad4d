using System.Buffers;
using System.Text;

namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>Tells UTF-8 sequences that somebody wrote from neighbours in a one-byte encoding that happen to look like one.</summary>
internal static class Utf8Sequence
{
    /// <summary>The length of the plausible sequence at the start, 0 where there is none, -1 where the text ends within one.</summary>
    public static int Length(ReadOnlySpan<byte> text)
    {
        var status = Rune.DecodeFromUtf8(text, out var rune, out var length);
        if (status == OperationStatus.NeedMoreData)
            return -1;
        return status == OperationStatus.Done && IsPlausible(rune.Value) ? length : 0;
    }

    /// <summary>
    /// In Windows-1252 a capital with an accent before a sign, as in <c>CAFÉ»</c>, makes a valid sequence of a script
    /// that no export is written in: phonetic signs, Armenian, Syriac, Thaana, N'Ko and control characters.
    /// </summary>
    private static bool IsPlausible(int value) =>
        value is (>= 0xA0 and <= 0x17F) or 0x192 or (>= 0x218 and <= 0x21B) or (>= 0x2C6 and <= 0x2DD) or (>= 0x300 and <= 0x52F) or (>= 0x590 and <= 0x6FF) or >= 0x800;
}
