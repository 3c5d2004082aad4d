using System.Text;
using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents.Kept;

/// <summary>Cuts a text at its headings of the second level. What stands before the first is the block <c>head</c>.</summary>
internal static class BlockSplitter
{
    private const string Head = "head";
    private const int LongestName = 40;

    /// <summary>The blocks of a generated text.</summary>
    /// <param name="marked">The text with the renderer's marks.</param>
    /// <param name="versions">The table of versions.</param>
    public static IReadOnlyList<GeneratedBlock> Split(string marked, string versions)
    {
        var blocks = new List<GeneratedBlock>();
        foreach (var (name, text) in Sections(marked, Marks.Revisions))
            blocks.Add(new(name, text, Marks.Finish(text, versions).Trim('\n')));
        return blocks;
    }

    /// <summary>The sections of a text by the names that blocks have.</summary>
    /// <param name="text">The text.</param>
    /// <param name="versions">The line that stands for the table of versions, a block of its own.</param>
    public static IEnumerable<(string Name, string Text)> Sections(string text, string? versions = null)
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { GeneratedBlock.Versions };
        var name = Head;
        names.Add(name);
        var section = new StringBuilder();
        var fence = false;
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal))
                fence = !fence;
            var isHeading = !fence && line.StartsWith("## ", StringComparison.Ordinal);
            var isVersions = versions is not null && line.Trim() == versions;
            if (isHeading || isVersions)
            {
                if (Trimmed(section) is { } before)
                    yield return (name, before);
                section.Clear();
                if (isVersions)
                {
                    yield return (GeneratedBlock.Versions, versions!);
                    name = Free(names, "rest");
                    continue;
                }

                name = Free(names, Slug(line[3..]));
            }

            section.Append(line).Append('\n');
        }

        if (Trimmed(section) is { } last)
            yield return (name, last);
    }

    private static string? Trimmed(StringBuilder section) => section.ToString().Trim('\n') is { } text && text.Trim().Length > 0 ? text : null;

    private static string Free(HashSet<string> names, string wanted)
    {
        var name = wanted;
        for (var i = 2; !names.Add(name); i++)
            name = $"{wanted}-{i}";
        return name;
    }

    /// <summary>The words of a heading as a name: letters of any alphabet stay, all else is a hyphen.</summary>
    internal static string Slug(string heading)
    {
        var slug = new StringBuilder();
        foreach (var rune in heading.EnumerateRunes())
        {
            if (rune.IsBmp && Rune.IsLetterOrDigit(rune))
                slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
            if (slug.Length >= LongestName)
                break;
        }

        var name = slug.ToString().Trim('-');
        return name.Length == 0 ? "section" : name;
    }
}
