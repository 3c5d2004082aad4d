using System.Globalization;
using System.Text;

namespace OpsAutomation.Digests;

/// <summary>Text of a client made safe to stand in a line of ours: it can neither break the line nor turn its direction.</summary>
internal static class CleanText
{
    /// <summary>One line: control and bidirectional marks and broken surrogates go, every run of blanks becomes one space.</summary>
    public static string OneLine(string text)
    {
        var output = new StringBuilder(text.Length);
        var blank = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsBreak(rune))
            {
                blank = true;
                continue;
            }

            if (IsHidden(rune))
                continue;
            if (blank && output.Length > 0)
                output.Append(' ');
            blank = false;
            output.Append(rune.ToString());
        }

        return output.ToString();
    }

    /// <summary>The same text without what people do not see and browsers obey: control and bidirectional marks, broken surrogates. Line ends stay.</summary>
    public static string Visible(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var output = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t' || !(Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 || IsHidden(rune)))
                output.Append(rune.ToString());
        }

        return output.ToString();
    }

    /// <summary>One line of at most so many words and characters; an ellipsis says that something was left out.</summary>
    public static string Clip(string text, int words, int characters)
    {
        var clean = OneLine(text);
        var parts = clean.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length <= words && clean.Length <= characters)
            return clean;
        var kept = parts.Length > words ? string.Join(' ', parts.Take(words)) : clean;
        if (kept.Length > characters)
        {
            // Whole text elements: a cut inside one would show as another character.
            var starts = StringInfo.ParseCombiningCharacters(kept);
            kept = kept[..starts.Last(start => start <= characters - 1)];
        }

        return kept.TrimEnd(' ', ',', ';', '.', ':', '\u00a0', '\u202f') + "…";
    }

    /// <summary>The words of a text as a strict reader counts them: everything between blanks of any kind.</summary>
    public static int CountWords(string text)
    {
        var count = 0;
        var inside = false;
        foreach (var c in text)
        {
            var blank = char.IsWhiteSpace(c);
            if (!blank && !inside)
                count++;
            inside = !blank;
        }

        return count;
    }

    private static readonly char[] Blanks = [' ', '\u00a0', '\u202f', '\u2009'];

    // Blanks that hold a number and its unit together stay as they are.
    private static bool IsBreak(Rune rune) =>
        rune.Value is not (0xA0 or 0x202F or 0x2009) && (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune));

    // Format characters turn, hide or join text; emoji need U+200D and scripts such as Persian U+200C, which do no harm.
    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        _ => false,
    };
}
