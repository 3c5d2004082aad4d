using System.Text;
using OpsAutomation.Ports;

namespace OpsAutomation.Exports;

/// <summary>A name that any store can hold, of a name that somebody else wrote.</summary>
internal static class ExportFileName
{
    // File systems take 255 bytes; the ending, which says what the file is, stays whole.
    private const int MostBytes = 150;
    private const int LongestEnding = 12;
    private const string Unsafe = ":*?\"<>|";

    /// <summary>The name without folders, and without what no file may be called; a name of ours where nothing is left of it.</summary>
    public static string Of(string written) => Find(written) ?? "export";

    /// <summary>The name without folders, and without what no file may be called; null where nothing is left of it.</summary>
    public static string? Find(string? written)
    {
        if (written is null)
            return null;
        var last = written[(written.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format || rune == Rune.ReplacementChar)
                continue;
            clean.Append(rune.IsAscii && Unsafe.Contains((char)rune.Value, StringComparison.Ordinal) ? "-" : rune.ToString());
        }

        var name = Shorten(clean.ToString().Trim(' ', '.'));
        if (name.Trim('-').Length == 0)
            return null;
        return BlobName.IsValid(name) ? name : "_" + name;
    }

    private static string Shorten(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot > 0 && name.Length - dot <= LongestEnding ? name[dot..] : "";
        var stem = name[..(name.Length - ending.Length)];
        var room = MostBytes - Encoding.UTF8.GetByteCount(ending);
        var end = 0;
        foreach (var rune in stem.EnumerateRunes())
        {
            room -= rune.Utf8SequenceLength;
            if (room < 0)
                break;
            end += rune.Utf16SequenceLength;
        }

        return stem[..end].TrimEnd(' ', '.') + ending;
    }
}
