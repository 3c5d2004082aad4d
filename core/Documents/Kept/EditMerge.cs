using System.Text.RegularExpressions;

namespace OpsAutomation.Documents.Kept;

/// <summary>Takes the text that a person brings into what is stored.</summary>
internal static partial class EditMerge
{
    private const string Generated = "\u0001";
    private const string VersionsLine = "\u0002";

    /// <summary>A text without marks as the blocks that it has by its headings; what is under other headings is people's.</summary>
    public static KeptText Adopt(KeptText plain, KeptText stored)
    {
        var text = VersionsTable().Replace(plain.Plain(), VersionsLine + "\n");
        var passages = new List<Passage>();
        foreach (var (name, section) in BlockSplitter.Sections(text, VersionsLine))
        {
            var known = stored.Find(name);
            passages.Add(known switch
            {
                null when name == GeneratedBlock.Versions => new(null, "", ""),
                null => new(null, "", section),
                _ when name == GeneratedBlock.Versions => known,
                _ => new(name, known.Base, section),
            });
        }

        return new([.. passages.Where(passage => passage.Name is not null || passage.Text.Length > 0)], null);
    }

    /// <summary>The text brought, with what it leaves out as taken out.</summary>
    public static KeptText Complete(KeptText edited, KeptText stored) => edited with
    {
        Passages =
        [
            .. edited.Passages,
            .. stored.Passages.Where(passage => passage.Name is { } name && edited.Find(name) is null).Select(passage => new Passage(passage.Name, passage.Base, "") { IsRemoved = true }),
        ],
    };

    /// <summary>Both people's changes, where they touch different parts.</summary>
    /// <param name="origin">What the person started from; null where it was as generated.</param>
    /// <param name="stored">What is stored now.</param>
    /// <param name="edited">What the person brings.</param>
    /// <param name="clashes">The parts that both changed, each in another way.</param>
    public static KeptText Merge(KeptText? origin, KeptText stored, KeptText edited, out IReadOnlyList<string> clashes)
    {
        var (before, now, brought) = (Units(origin), Units(stored), Units(edited));
        var found = new List<string>();
        string? Choose(string unit)
        {
            var isGap = unit.StartsWith('>');
            var was = origin is null ? isGap ? "" : Generated : before.GetValueOrDefault(unit, isGap ? "" : null);
            var here = now.GetValueOrDefault(unit, isGap ? "" : null);
            var there = brought.GetValueOrDefault(unit, isGap ? "" : null);
            if (there == was || there == here)
                return here;
            if (here != was)
                found.Add(unit.TrimStart('>'));
            return there;
        }

        var passages = new List<Passage>();
        void Gap(string after)
        {
            if (Choose(">" + after) is { Length: > 0 } text)
                passages.Add(new(null, "", text));
        }

        Gap("");
        foreach (var passage in stored.Passages.Where(passage => passage.Name is not null))
        {
            var name = passage.Name!;
            var chosen = Choose(name);
            passages.Add(chosen == now[name] ? passage : chosen is null ? passage with { Text = "", IsRemoved = true } : edited.Find(name)!);
            Gap(name);
        }

        // What was written below a block that is no longer there.
        foreach (var gap in brought.Keys.Where(unit => unit.StartsWith('>') && unit.Length > 1 && !now.ContainsKey(unit[1..])))
            Gap(gap[1..]);
        clashes = found;
        return stored with { Passages = passages };
    }

    // Of each block its text, or that it is as generated, or null where it was taken out; and under ">block" what people wrote below it.
    private static Dictionary<string, string?> Units(KeptText? text)
    {
        var units = new Dictionary<string, string?>(StringComparer.Ordinal);
        var last = "";
        foreach (var passage in text?.Passages ?? [])
        {
            if (passage.Name is { } name)
                units[last = name] = passage.IsRemoved ? null : passage.IsHuman ? passage.Text.Trim('\n') : Generated;
            else
                units[">" + last] = units.GetValueOrDefault(">" + last) is { } above ? above + "\n\n" + passage.Text.Trim('\n') : passage.Text.Trim('\n');
        }

        return units;
    }

    [GeneratedRegex(@"^\| Version \| Date \|[^\n]*\n(?:\|[^\n]*\n?)*", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex VersionsTable();
}
