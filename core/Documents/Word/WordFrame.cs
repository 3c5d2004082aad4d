using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpsAutomation.Documents.Word;

/// <summary>Header and footer: client and title above, version and page number below.</summary>
internal static class WordFrame
{
    public static Header Header(DocumentFrame frame, WordLayout layout) =>
        new(Line("Header", layout, [.. WordInlines.Plain(frame.Client), Tab(), .. WordInlines.Plain(frame.Title)]));

    public static Footer Footer(DocumentFrame frame, WordLayout layout)
    {
        var of = frame.Language == Language.French ? " sur " : " of ";
        return new(Line("Footer", layout,
            [.. WordInlines.Plain(frame.Edition), Tab(), .. WordInlines.Plain("Page "), .. Field("PAGE"), .. WordInlines.Plain(of), .. Field("NUMPAGES")]));
    }

    private static Paragraph Line(string style, WordLayout layout, IEnumerable<OpenXmlElement> runs)
    {
        var tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = layout.TextWidth });
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }, tabs));
        paragraph.Append(runs);
        return paragraph;
    }

    private static Run Tab() => new(new TabChar());

    // The cached result is what readers show that do not compute fields.
    private static IEnumerable<OpenXmlElement> Field(string code) =>
    [
        new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
        new Run(new FieldCode(" " + code + " ") { Space = SpaceProcessingModeValues.Preserve }),
        new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }),
        new Run(new Text("1")),
        new Run(new FieldChar { FieldCharType = FieldCharValues.End }),
    ];
}
