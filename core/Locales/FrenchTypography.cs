using System.Text.RegularExpressions;

namespace OpsAutomation.Locales;

/// <summary>
/// Sets the spaces that French typography wants: U+00A0 before <c>: ; ! ? »</c>, after <c>«</c> and between a number and its <c>%</c> or currency, U+202F between
/// groups of digits. Code, links, addresses of pages and the rules under table headers stay as they are, and so do times such as 14:30.
/// </summary>
public static partial class FrenchTypography
{
    /// <summary>A text, plain or Markdown, with its spaces set; done twice, it changes nothing more.</summary>
    public static string Apply(string markdown)
    {
        var lines = markdown.Split('\n');
        string? fence = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var start = lines[i].TrimStart();
            if (fence is not null || start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal))
            {
                var mark = start.Length < 3 ? "" : start[..3];
                fence = fence is null ? mark : mark == fence ? null : fence;
                continue;
            }
            if (!TableRule().IsMatch(lines[i]))
                lines[i] = OutsideOfCode(lines[i], Spaced);
        }
        return string.Join('\n', lines);
    }

    /// <summary>
    /// A line as somebody typed it, with the spaces that it has where typography wants them made such that no line breaks there; none is added, so that
    /// names stay as they are.
    /// </summary>
    public static string Hold(string line) => OutsideOfCode(line, (text, _) => Held(text));

    private static string OutsideOfCode(string line, Func<string, bool, string> space)
    {
        var result = new System.Text.StringBuilder(line.Length + 8);
        var at = 0;
        foreach (Match kept in Kept().Matches(line))
        {
            result.Append(space(line[at..kept.Index], true)).Append(kept.Value);
            at = kept.Index + kept.Length;
        }
        return result.Append(space(line[at..], false)).ToString();
    }

    private static string Spaced(string text, bool more)
    {
        text = Held(text);
        text = MissingSpace().Replace(text, "$1\u00a0$2");
        if (!more)
            text = MissingAtEnd().Replace(text, "$1\u00a0$2");
        text = AfterOpening().Replace(text, "«\u00a0");
        return BeforeClosing().Replace(text, "\u00a0»");
    }

    private static string Held(string text)
    {
        text = BeforeMark().Replace(text, "\u00a0$1");
        text = BeforeUnit().Replace(text, "\u00a0");
        text = Groups().Replace(text, number => number.Value.Replace(' ', '\u202f'));
        return InsideMarks().Replace(text, "\u00a0");
    }

    // Code spans, link targets, autolinks, web and mail addresses.
    [GeneratedRegex(@"(`+)[^`].*?\1|\]\([^)]*\)|<[^>\s]*>|\b[a-z][a-z0-9+.-]*://\S+|\S+@\S+\.\S+")]
    private static partial Regex Kept();

    [GeneratedRegex(@"^\s*\|?[\s|:-]*-[\s|:-]*$")]
    private static partial Regex TableRule();

    [GeneratedRegex("[ \u00a0\u202f]+([:;!?](?![\\w/)-]))")]
    private static partial Regex BeforeMark();

    [GeneratedRegex("([\\w)\\]*%€»\"'’.])([:;!?]+)(?=[ \u00a0\u202f|*_)»\"])")]
    private static partial Regex MissingSpace();

    [GeneratedRegex("([\\w)\\]*%€»\"'’.])([:;!?]+)$")]
    private static partial Regex MissingAtEnd();

    [GeneratedRegex("(?<=«) +| +(?=»)")]
    private static partial Regex InsideMarks();

    [GeneratedRegex("(?<=[0-9]) +(?=[%‰€£$])")]
    private static partial Regex BeforeUnit();

    // "14 460 €" as typed; the parts of a telephone number, or a year before a number, are no groups.
    [GeneratedRegex("(?<![0-9.,:/+-])(?<![0-9] )[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:,[0-9]+)?(?=[ \u00a0\u202f]?(?:[€£$%]|k€|euros?\\b))")]
    private static partial Regex Groups();

    [GeneratedRegex("«[ \u00a0\u202f]*")]
    private static partial Regex AfterOpening();

    [GeneratedRegex("[ \u00a0\u202f]*»")]
    private static partial Regex BeforeClosing();
}
