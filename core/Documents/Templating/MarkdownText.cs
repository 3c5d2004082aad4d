using System.Globalization;
using System.Text;

namespace OpsAutomation.Documents.Templating;

/// <summary>Turns a value into Markdown that shows it as it is: nothing in a value is ever markup, and nothing in it is invisible.</summary>
public static class MarkdownText
{
    // U+E000..U+E00F are the renderer's own marks and never come from a value.
    private const string Escaped = "\\`*_[]<>|~&#{}";

    /// <summary>The value on one line, with every mark of Markdown escaped and control, bidirectional and unpaired characters taken away.</summary>
    public static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var rune in Clean(value).EnumerateRunes())
        {
            if (rune.IsAscii && Escaped.Contains((char)rune.Value, StringComparison.Ordinal))
                text.Append('\\');
            text.Append(rune);
        }
        return EscapeStart(text.ToString());
    }

    /// <summary>The value as plain text on one line: what titles and document properties show.</summary>
    public static string Clean(string value)
    {
        var text = new StringBuilder(value.Length);
        var space = false;
        foreach (var rune in value.EnumerateRunes())
        {
            if (rune.Value is ' ' || IsBreak(rune))
            {
                space = text.Length > 0;
                continue;
            }
            if (IsHidden(rune))
                continue;
            if (space)
                text.Append(' ');
            space = false;
            text.Append(rune);
        }
        return text.ToString();
    }

    // A value that begins a line must not become a heading, list, quote or underline.
    private static string EscapeStart(string text)
    {
        if (text.Length == 0)
            return text;
        // A plus is a list only before a blank: +3 300 € and +£3,300 stay as they are.
        if (text[0] == '+' && text.Length > 1 && text[1] is not (' ' or '\t'))
            return text;
        if (text[0] is ('-' or '+' or '=' or ':') && !(text.Length > 1 && char.IsAsciiDigit(text[1])))
            return "\\" + text;
        var digits = 0;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        var numbered = digits > 0 && digits < text.Length && text[digits] is ('.' or ')') && (digits + 1 == text.Length || text[digits + 1] == ' ');
        return numbered ? text.Insert(digits, "\\") : text;
    }

    private static bool IsBreak(Rune rune) => rune.Value is '\t' or '\n' or '\r' or '\f' or '\v' or 0x85 or 0x2028 or 0x2029;

    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        0x061C or 0x200B or 0x200E or 0x200F or 0xFEFF => true,
        >= 0x202A and <= 0x202E => true,
        >= 0x2060 and <= 0x206F => true,
        >= 0xE000 and <= 0xE00F => true,
        >= 0xFFF9 and <= 0xFFFF => true,
        >= 0xE0000 and <= 0xE007F => true,
        var value when (value & 0xFFFE) == 0xFFFE => true,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control,
    };
}
