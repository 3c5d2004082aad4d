using System.Text;
using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents.Kept;

/// <summary>Brings what the generator writes together with what people wrote: nothing of people's is ever lost.</summary>
internal static class TextMerge
{
    /// <summary>The generated text alone.</summary>
    public static MergedText Generated(IReadOnlyList<GeneratedBlock> blocks, string marked) => new(
        new([.. blocks.Select(block => new Passage(block.Name, block.Base, block.Text))], 0), Marks.WithoutFigures(marked), []);

    /// <summary>Both together: blocks that nobody touched are the generator's, all else is people's.</summary>
    /// <param name="kept">People's text, with the blocks as they were generated when they wrote it.</param>
    /// <param name="blocks">What the generator writes now.</param>
    /// <param name="marked">The same in one text.</param>
    public static MergedText Merge(KeptText kept, IReadOnlyList<GeneratedBlock> blocks, string marked)
    {
        var (passages, conflicts) = (new List<Passage>(), new List<string>());
        var byName = blocks.ToDictionary(block => block.Name, StringComparer.Ordinal);
        foreach (var passage in kept.Passages)
        {
            var block = passage.Name is { } name ? byName.GetValueOrDefault(name) : null;
            if (passage.IsRemoved && block is null)
                continue;
            if (passage.IsHuman)
            {
                passages.Add(passage);
                if (passage.Name is { } edited && GeneratedBlock.ContentOf(passage.Base) != (block?.ContentHash ?? ""))
                    conflicts.Add(edited);
            }
            else if (block is not null)
            {
                passages.Add(new(block.Name, block.Base, block.Text));
            }
        }

        Insert(passages, blocks);
        var isGenerated = !passages.Exists(passage => passage.IsHuman) && passages.Select(passage => passage.Name).SequenceEqual(blocks.Select(block => block.Name), StringComparer.Ordinal);
        if (isGenerated)
            return Generated(blocks, marked) with { Text = kept with { Passages = passages } };
        return new(kept with { Passages = passages }, ContentOf(passages, byName), conflicts);
    }

    // A block that is new comes before the next one that is there already: what people wrote below a block stays below it.
    private static void Insert(List<Passage> passages, IReadOnlyList<GeneratedBlock> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (passages.Exists(passage => passage.Name == blocks[i].Name))
                continue;
            var next = blocks.Skip(i + 1).Select(later => passages.FindIndex(passage => passage.Name == later.Name)).FirstOrDefault(index => index >= 0, passages.Count);
            passages.Insert(next, new(blocks[i].Name, blocks[i].Base, blocks[i].Text));
        }
    }

    private static string ContentOf(List<Passage> passages, Dictionary<string, GeneratedBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var passage in passages.Where(passage => !passage.IsRemoved))
        {
            text.Append(passage.IsHuman ? passage.Text : passage.Name == GeneratedBlock.Versions ? "" : Marks.WithoutFigures(blocks[passage.Name!].Marked));
            text.Append('\u001f');
        }

        return text.ToString();
    }
}
