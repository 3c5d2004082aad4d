using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace OpsAutomation.Documents.Word;

/// <summary>The styles of the documents: few, named as Word names them, so that a client can restyle a whole set.</summary>
internal static class WordStyles
{
    private const string Accent = "1F4E79";
    private const string Grey = "5B6875";

    public static Styles Of(DocumentFrame frame)
    {
        var styles = new Styles(
            new DocDefaults(
                new RunPropertiesDefault(new RunPropertiesBaseStyle(
                    new RunFonts { Ascii = "Arial", HighAnsi = "Arial", EastAsia = "Arial", ComplexScript = "Arial" },
                    new FontSize { Val = "19" },
                    new FontSizeComplexScript { Val = "19" },
                    new Languages { Val = frame.LocaleId, EastAsia = frame.LocaleId, Bidi = "ar-SA" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(
                    new SpacingBetweenLines { Before = "0", After = "80", Line = "252", LineRule = LineSpacingRuleValues.Auto }))),
            Paragraph("Normal", "Normal", null, []),
            Paragraph("Title", "Title", null, [new KeepNext(), new SpacingBetweenLines { Before = "0", After = "120", Line = "240", LineRule = LineSpacingRuleValues.Auto }],
                new Bold(), new Color { Val = Accent }, new FontSize { Val = "34" }, new FontSizeComplexScript { Val = "34" }),
            Heading(1, "24", "140", "60", Accent, underlined: true),
            Heading(2, "22", "200", "60", Accent, underlined: false),
            Heading(3, "20", "160", "40", "1D2733", underlined: false),
            Paragraph("ListParagraph", "List Paragraph", null, [new SpacingBetweenLines { After = "40" }]),
            Paragraph("CheckItem", "Check Item", null,
                [new Tabs(new TabStop { Val = TabStopValues.Left, Position = 397 }), new SpacingBetweenLines { After = "60" }, new Indentation { Left = "397", Hanging = "397" }]),
            Paragraph("Quote", "Quote", null,
                [
                    new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 18, Space = 8, Color = Accent }),
                    new Indentation { Left = "227", Right = "227" },
                ]),
            Paragraph("TableText", "Table Text", null,
                [new SpacingBetweenLines { Before = "20", After = "20", Line = "235", LineRule = LineSpacingRuleValues.Auto }],
                new FontSize { Val = "17" }, new FontSizeComplexScript { Val = "17" }),
            Paragraph("TOC1", "toc 1", null, [new SpacingBetweenLines { After = "40" }]),
            Paragraph("TOCHeading", "TOC Heading", null, [new KeepNext(), new SpacingBetweenLines { Before = "120", After = "60" }], new Bold(), new Color { Val = Accent }),
            Paragraph("Header", "header", null,
                [new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 4, Color = "CFD6DD" })],
                new Color { Val = Grey }, new FontSize { Val = "16" }, new FontSizeComplexScript { Val = "16" }),
            Paragraph("Footer", "footer", null, [], new Color { Val = Grey }, new FontSize { Val = "16" }, new FontSizeComplexScript { Val = "16" }),
            Character("Code", "Code", new RunFonts { Ascii = "Consolas", HighAnsi = "Consolas" }),
            Character("Hyperlink", "Hyperlink", new Color { Val = Accent }, new Underline { Val = UnderlineValues.Single }),
            Table());
        return styles;
    }

    private static Style Paragraph(string id, string name, int? outline, IEnumerable<OpenXmlElement> paragraph, params OpenXmlElement[] run)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = id == "Normal" ? true : null };
        style.Append(new StyleName { Val = name });
        if (id != "Normal")
            style.Append(new BasedOn { Val = "Normal" });
        if (id is "Title" or "Heading1" or "Heading2" or "Heading3")
            style.Append(new NextParagraphStyle { Val = "Normal" });
        style.Append(new PrimaryStyle());
        var properties = new StyleParagraphProperties(paragraph);
        if (outline is { } level)
            properties.Append(new OutlineLevel { Val = level });
        style.Append(properties);
        if (run.Length > 0)
            style.Append(new StyleRunProperties(run));
        return style;
    }

    private static Style Heading(int level, string size, string before, string after, string color, bool underlined)
    {
        var paragraph = new List<OpenXmlElement> { new KeepNext(), new KeepLines() };
        if (underlined)
            paragraph.Add(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 2, Color = "CFD6DD" }));
        paragraph.Add(new SpacingBetweenLines { Before = before, After = after, Line = "240", LineRule = LineSpacingRuleValues.Auto });
        return Paragraph("Heading" + level, "heading " + level, level - 1, paragraph,
            new Bold(), new Color { Val = color }, new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
    }

    private static Style Character(string id, string name, params OpenXmlElement[] run) =>
        new(new StyleName { Val = name }, new PrimaryStyle(), new StyleRunProperties(run)) { Type = StyleValues.Character, StyleId = id };

    private static Style Table()
    {
        static T Line<T>()
            where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "BFC7CF" };

        return new Style(
            new StyleName { Val = "Ops Table" },
            new PrimaryStyle(),
            new StyleTableProperties(
                new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableCellMarginDefault(
                    new TopMargin { Width = "15", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "15", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa })),
            new TableStyleProperties(
                new RunPropertiesBaseStyle(new Bold()),
                new TableStyleConditionalFormattingTableCellProperties(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = "E8EDF2" }))
            { Type = TableStyleOverrideValues.FirstRow })
        { Type = StyleValues.Table, StyleId = "OpsTable", CustomStyle = true };
    }
}
