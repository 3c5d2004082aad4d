using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Documents.Kept;

namespace OpsAutomation.Core.Tests.Documents.Kept;

public sealed class KeptTextTests
{
    private static readonly string[] Words = ["Call the client", "- a line", "| a | b |", "", "## Own", "> said", "é « x »", "<!-- note -->", "1. one", "{{value}}"];
    private static readonly string[] Names = ["head", "steps", "checks", "kpis"];

    [Fact]
    public void A_text_that_is_written_and_read_is_the_same() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Texts().ToArbitrary(), text =>
    {
        var read = KeptText.Parse(text.Write("sop-x en"));
        read.Passages.ShouldBe(Joined(text.Passages));
        read.Edition.ShouldBe(text.Edition);
    }));

    [Fact]
    public void Regeneration_loses_nothing_that_people_wrote_and_done_twice_changes_nothing_more() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Texts().ToArbitrary(), Blocks().ToArbitrary(), (text, blocks) =>
        {
            var once = TextMerge.Merge(text, blocks, Marked(blocks));
            foreach (var passage in text.Passages.Where(passage => passage.IsHuman && !passage.IsRemoved && passage.Text.Length > 0))
                once.Text.Plain().ShouldContain(passage.Text);
            foreach (var passage in text.Passages.Where(passage => passage.IsRemoved))
                once.Text.Passages.ShouldNotContain(other => other.Name == passage.Name && !other.IsRemoved);

            var twice = TextMerge.Merge(KeptText.Parse(once.Text.Write("sop-x en")), blocks, Marked(blocks));
            twice.Text.Plain().ShouldBe(once.Text.Plain());
            twice.Conflicts.ShouldBe(once.Conflicts);
        }));

    [Fact]
    public void A_block_that_nobody_touched_is_the_generators_and_one_that_both_changed_is_in_conflict() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Texts().ToArbitrary(), Blocks().ToArbitrary(), (text, blocks) =>
        {
            var merged = TextMerge.Merge(text, blocks, Marked(blocks));
            foreach (var block in blocks)
            {
                var before = text.Find(block.Name);
                if (before is null or { IsHuman: false })
                    merged.Text.Find(block.Name)!.Text.ShouldBe(block.Text);
                else
                    merged.Conflicts.Contains(block.Name, StringComparer.Ordinal).ShouldBe(GeneratedBlock.ContentOf(before.Base) != block.ContentHash);
            }
        }));

    [Fact]
    public void Two_people_who_change_different_parts_both_keep_theirs_whoever_comes_first() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        Gen.Shuffle(Names).Select(names => (names[0], names[1])).ToArbitrary(), pair =>
        {
            var origin = new KeptText([.. Names.Select(name => Generated(name, "was"))], 0);
            var (first, second) = (Edit(origin, pair.Item1, "mine"), Edit(origin, pair.Item2, "yours"));

            var here = EditMerge.Merge(null, first, second, out var none);
            var there = EditMerge.Merge(null, second, first, out var neither);

            none.Concat(neither).ShouldBeEmpty();
            here.Plain().ShouldBe(there.Plain());
            here.Plain().ShouldContain("mine");
            here.Plain().ShouldContain("yours");
        }));

    [Fact]
    public void Two_people_who_change_the_same_part_clash()
    {
        var origin = new KeptText([Generated("head", "was"), Generated("steps", "was")], 0);

        EditMerge.Merge(null, Edit(origin, "steps", "mine"), Edit(origin, "steps", "yours"), out var clashes);

        clashes.ShouldBe(["steps"]);
    }

    [Fact]
    public void A_text_whose_marks_were_taken_away_is_known_by_its_headings()
    {
        var stored = new KeptText([Generated("head", "# T\n\nIntro"), Generated("steps", "## Steps\n\nOne"), Generated("versions", "| Version | Date | Reason |\n|---|---|---|\n| 1 | a | b |")], 0);
        var plain = KeptText.Parse(stored.Plain().Replace("One", "Two") + "\nMine.\n");

        var adopted = EditMerge.Adopt(plain, stored);

        adopted.Find("head")!.IsHuman.ShouldBeFalse();
        adopted.Find("versions")!.IsHuman.ShouldBeFalse();
        adopted.Find("steps")!.Text.ShouldBe("## Steps\n\nTwo");
        adopted.Plain().ShouldContain("Mine.");
    }

    [Theory]
    [InlineData("<!-- ops:steps abc-def -->\ntext without an end\n\nmore")]
    [InlineData("text\n<!-- /ops -->\nmore")]
    [InlineData("<!-- ops:a 1-2 -->\none\n<!-- /ops -->\n<!-- ops:a 1-2 -->\ntwo\n<!-- /ops -->")]
    [InlineData("<!-- ops:a nonsense -->\none\n<!-- /ops -->")]
    public void Broken_marks_lose_no_text(string markdown)
    {
        var plain = KeptText.Parse(markdown).Plain();

        foreach (var line in markdown.Split('\n').Where(line => line.Length > 0 && !line.StartsWith("<!--")))
            plain.ShouldContain(line);
    }

    private static Passage Generated(string name, string text)
    {
        var block = new GeneratedBlock(name, text, text);
        return new(name, block.Base, text);
    }

    private static KeptText Edit(KeptText text, string name, string says) =>
        text with { Passages = [.. text.Passages.Select(passage => passage.Name == name ? passage with { Text = says } : passage)] };

    private static string Marked(IReadOnlyList<GeneratedBlock> blocks) => string.Join("\n\n", blocks.Select(block => block.Marked));

    // What people wrote in one place is read as one passage.
    private static List<Passage> Joined(IReadOnlyList<Passage> passages)
    {
        var joined = new List<Passage>();
        foreach (var passage in passages)
        {
            if (passage.Name is null && joined is [.., { Name: null } last])
                joined[^1] = last with { Text = last.Text + "\n\n" + passage.Text };
            else
                joined.Add(passage);
        }

        return joined;
    }

    private static Gen<string> Lines() =>
        from count in Gen.Choose(1, 3)
        from lines in Gen.Elements(Words).ArrayOf(count)
        select string.Join("\n", lines).Trim('\n') is { Length: > 0 } text ? text : "Text.";

    private static Gen<IReadOnlyList<GeneratedBlock>> Blocks() =>
        from count in Gen.Choose(1, Names.Length)
        from texts in Lines().ArrayOf(count)
        select (IReadOnlyList<GeneratedBlock>)[.. texts.Select((text, i) => new GeneratedBlock(Names[i], text, text))];

    private static Gen<KeptText> Texts() =>
        from order in Gen.Shuffle(Names)
        from kinds in Gen.Choose(0, 5).ArrayOf(Names.Length)
        from texts in Lines().ArrayOf(Names.Length * 2)
        from edition in Gen.Choose(0, 3)
        select new KeptText(
            [
                .. order.SelectMany((name, i) => kinds[i] switch
                {
                    0 => [Generated(name, texts[i]) with { Text = texts[i] + "\n\nEdited." }],
                    1 => [Generated(name, texts[i]) with { Text = "", IsRemoved = true }],
                    2 => new Passage[] { Generated(name, texts[i]), new(null, "", texts[i + Names.Length]) },
                    3 => [new(null, "", texts[i + Names.Length])],
                    _ => [Generated(name, texts[i])],
                }),
            ],
            edition);
}
