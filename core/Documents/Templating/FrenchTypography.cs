using System.Text.RegularExpressions;

namespace OpsAutomation.Documents.Templating;

/// <summary>
/// Sets the spaces that French typography wants: U+00A0 before <c>: ; ! ? »</c> and after <c>«</c>. Code, links, addresses of pages and the rules
/// under table headers stay as they are, and so do times such as 14:30.
/// </summary>
public static partial class FrenchTypography
{
    /// <summary>The text of a Markdown document with its spaces set; done twice, it changes nothing more.</summary>
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
                lines[i] = OutsideOfCode(lines[i]);
        }
        return string.Join('\n', lines);
    }

    private static string OutsideOfCode(string line)
    {
        var result = new System.Text.StringBuilder(line.Length + 8);
        var at = 0;
        foreach (Match kept in Kept().Matches(line))
        {
            result.Append(Spaced(line[at..kept.Index], more: true)).Append(kept.Value);
            at = kept.Index + kept.Length;
        }
        return result.Append(Spaced(line[at..], more: false)).ToString();
    }

    private static string Spaced(string text, bool more)
    {
        text = BeforeMark().Replace(text, "\u00a0$1");
        text = MissingSpace().Replace(text, "$1\u00a0$2");
        if (!more)
            text = MissingAtEnd().Replace(text, "$1\u00a0$2");
        text = AfterOpening().Replace(text, "«\u00a0");
        return BeforeClosing().Replace(text, "\u00a0»");
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

    [GeneratedRegex("«[ \u00a0\u202f]*")]
    private static partial Regex AfterOpening();

    [GeneratedRegex("[ \u00a0\u202f]*»")]
    private static partial Regex BeforeClosing();
}
