using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using OpsAutomation.Documents.Charts;
using MarkdigTable = Markdig.Extensions.Tables.Table;

namespace OpsAutomation.Documents.Word;

/// <summary>Writes the blocks of a document as paragraphs and tables.</summary>
internal sealed class WordBlocks(WordLayout layout, WordLinks links, WordNumbering numbering, WordCharts charts)
{
    private readonly WordInlines inlines = new(links);
    private int bookmarks;

    public IEnumerable<OpenXmlElement> Write(MarkdownDocument document, DocumentFrame frame)
    {
        var sections = frame.HasContents ? document.OfType<HeadingBlock>().Where(heading => heading.Level == 2).ToList() : [];
        var row = new List<Chart>();
        for (var i = 0; i < document.Count; i++)
        {
            var block = document[i];
            if (WordCharts.Find(block) is { } chart)
            {
                row.Add(chart);
                continue;
            }

            if (row.Count > 0)
            {
                yield return charts.Write(row);
                row.Clear();
            }

            if (sections.Count > 0 && block == sections[0])
                yield return WordContents.Write(sections, frame);
            foreach (var element in Write(block, "Normal", depth: 0))
            {
                // What a chart is about stays with it.
                if (element is Paragraph { ParagraphProperties: { KeepNext: null } properties } && i + 1 < document.Count
                    && (WordCharts.Find(document[i + 1]) is not null || document[i + 1] is QuoteBlock && IsLabel(document[i])))
                    properties.KeepNext = new KeepNext();
                yield return element;
            }
            if (frame.Life.Length > 0 && block == document[0])
                yield return Paragraph("Normal", WordInlines.Plain(frame.Life));
        }

        if (row.Count > 0)
            yield return charts.Write(row);
    }

    private IEnumerable<OpenXmlElement> Write(Block block, string style, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                return [Heading(heading)];
            case MarkdigTable table:
                return [new WordTables(layout, inlines).Write(table), Spacer()];
            case ListBlock list:
                return List(list, depth);
            case QuoteBlock quote:
                return quote.SelectMany(inner => Write(inner, "Quote", depth));
            case ThematicBreakBlock:
                return [new Paragraph(new ParagraphProperties(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 1, Color = "CFD6DD" })))];
            case CodeBlock code:
                return code.Lines.Lines.Take(code.Lines.Count).Select(line => Paragraph("Normal", WordInlines.Plain(line.ToString())));
            case LeafBlock { Inline: { } text }:
                return [Paragraph(style, inlines.Write(text))];
            case ContainerBlock container:
                return container.SelectMany(inner => Write(inner, style, depth));
            default:
                return [];
        }
    }

    private Paragraph Heading(HeadingBlock heading)
    {
        var style = heading.Level == 1 ? "Title" : "Heading" + Math.Min(heading.Level - 1, 3);
        var id = (++bookmarks).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var paragraph = new Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = style }),
            new BookmarkStart { Id = id, Name = WordContents.Bookmark(heading) });
        paragraph.Append(inlines.Write(heading.Inline));
        paragraph.Append(new BookmarkEnd { Id = id });
        return paragraph;
    }

    private IEnumerable<OpenXmlElement> List(ListBlock list, int depth)
    {
        var level = Math.Min(depth, WordNumbering.Levels - 1);
        var number = list.IsOrdered
            ? numbering.Numbered(int.TryParse(list.OrderedStart, out var start) ? start : 1)
            : WordNumbering.Bulleted;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var first = true;
            foreach (var block in item)
            {
                if (block is ParagraphBlock paragraph)
                    yield return first ? Item(paragraph, number, level) : Continued(paragraph, level);
                else
                {
                    foreach (var element in Write(block, "ListParagraph", depth + 1))
                        yield return element;
                }
                first = false;
            }
        }
    }

    private Paragraph Item(ParagraphBlock paragraph, int number, int level)
    {
        if (paragraph.Inline?.FirstChild is TaskList)
            return Paragraph("CheckItem", inlines.Write(WithoutLeadingSpace(paragraph.Inline)));
        var item = Paragraph("ListParagraph", inlines.Write(paragraph.Inline));
        item.ParagraphProperties!.Append(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = number }));
        return item;
    }

    // The box is followed by a tab; the blank of the source would shift the text.
    private static ContainerInline WithoutLeadingSpace(ContainerInline text)
    {
        if (text.FirstChild?.NextSibling is LiteralInline literal && literal.Content.CurrentChar == ' ')
            literal.Content.SkipChar();
        return text;
    }

    private Paragraph Continued(ParagraphBlock paragraph, int level)
    {
        var result = Paragraph("ListParagraph", inlines.Write(paragraph.Inline));
        result.ParagraphProperties!.Append(new Indentation { Left = $"{(level + 1) * 357}" });
        return result;
    }

    // A line all in bold, such as who a message is for, names what follows: it does not stay alone at the foot of a page.
    private static bool IsLabel(Block block) =>
        block is ParagraphBlock { Inline: { FirstChild: EmphasisInline { DelimiterCount: 2, NextSibling: null } } };

    // Two tables in a row would become one, and text would stick to the one above.
    private static Paragraph Spacer() => new(new ParagraphProperties(
        new SpacingBetweenLines { Before = "0", After = "0", Line = "90", LineRule = LineSpacingRuleValues.Exact }));

    private static Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }
}
