using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents.Word;

/// <summary>
/// The table of contents: a field that Word can update, filled with links so that it reads well everywhere. It shows no page numbers,
/// because only the program that lays the pages out knows them, and a stale number misleads.
/// </summary>
internal static class WordContents
{
    public static string Bookmark(HeadingBlock heading) => $"_Toc{heading.Line + 1:D6}";

    public static SdtBlock Write(IReadOnlyList<HeadingBlock> sections, DocumentFrame frame)
    {
        var content = new SdtContentBlock(Paragraph("TOCHeading", WordInlines.Plain(frame.ContentsTitle)));
        for (var i = 0; i < sections.Count; i++)
        {
            var entry = Paragraph("TOC1", []);
            if (i == 0)
            {
                entry.Append(
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
                    new Run(new FieldCode(" TOC \\o \"1-1\" \\n \\h \\z \\u ") { Space = SpaceProcessingModeValues.Preserve }),
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }));
            }
            entry.Append(new Hyperlink(WordInlines.Plain($"{i + 1}. {MarkdownReader.TextOf(sections[i].Inline)}")) { Anchor = Bookmark(sections[i]), History = true });
            if (i == sections.Count - 1)
                entry.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            content.Append(entry);
        }
        return new SdtBlock(
            new SdtProperties(
                new SdtId { Val = 100_000 },
                new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" }, new DocPartUnique())),
            content);
    }

    private static Paragraph Paragraph(string style, IEnumerable<OpenXmlElement> runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }
}
