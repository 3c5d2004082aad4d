using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using W14 = DocumentFormat.OpenXml.Office2010.Word;

namespace OpsAutomation.Documents.Word;

/// <summary>Writes the text within a paragraph as runs.</summary>
internal sealed class WordInlines(WordLinks links)
{
    private int boxes;

    /// <summary>A text without any markup.</summary>
    public static IEnumerable<OpenXmlElement> Plain(string text) => [Run(text, Look.None)];

    public IEnumerable<OpenXmlElement> Write(ContainerInline? inlines) => inlines is null ? [] : Write(inlines, Look.None);

    private IEnumerable<OpenXmlElement> Write(ContainerInline inlines, Look look) => inlines.SelectMany(inline => Write(inline, look));

    private IEnumerable<OpenXmlElement> Write(Inline inline, Look look) => inline switch
    {
        LiteralInline literal => WithBoxes(literal.Content.ToString(), look),
        EmphasisInline emphasis => Write(emphasis, look with { Bold = look.Bold || emphasis.DelimiterCount >= 2, Italic = look.Italic || emphasis.DelimiterCount == 1 }),
        CodeInline code => [Run(code.Content, look with { Style = "Code" })],
        LinkInline { Url: { } url } link => Link(url, Write((ContainerInline)link, look with { Style = "Hyperlink" })),
        AutolinkInline auto => Link(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, [Run(auto.Url, look with { Style = "Hyperlink" })]),
        HtmlEntityInline entity => [Run(entity.Transcoded.ToString(), look)],
        LineBreakInline { IsHard: true } => [new Run(new Break())],
        LineBreakInline => [Run(" ", look)],
        TaskList task => [Box(task.Checked), new Run(new TabChar())],
        ContainerInline container => Write(container, look),
        _ => [],
    };

    private IEnumerable<OpenXmlElement> Link(string url, IEnumerable<OpenXmlElement> runs)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var target))
            return runs;
        return [new Hyperlink(runs) { Id = links.IdFor(target.AbsoluteUri), History = true }];
    }

    // A box written in a table is one to click, as those in lists are.
    private IEnumerable<OpenXmlElement> WithBoxes(string text, Look look)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not ('☐' or '☒'))
                continue;
            if (i > start)
                yield return Run(text[start..i], look);
            yield return Box(text[i] == '☒');
            start = i + 1;
        }
        if (start < text.Length)
            yield return Run(text[start..], look);
    }

    private SdtRun Box(bool ticked) => new(
        new SdtProperties(
            new SdtId { Val = ++boxes },
            new W14.SdtContentCheckBox(
                new W14.Checked { Val = ticked ? W14.OnOffValues.One : W14.OnOffValues.Zero },
                new W14.CheckedState { Font = "MS Gothic", Val = "2612" },
                new W14.UncheckedState { Font = "MS Gothic", Val = "2610" })),
        new SdtContentRun(new Run(
            new RunProperties(new RunFonts { Hint = FontTypeHintValues.EastAsia, Ascii = "MS Gothic", HighAnsi = "MS Gothic", EastAsia = "MS Gothic" }),
            new Text(ticked ? "☒" : "☐"))));

    private static Run Run(string text, Look look)
    {
        var run = new Run();
        if (look != Look.None)
        {
            var properties = new RunProperties();
            if (look.Style is { } style)
                properties.Append(new RunStyle { Val = style });
            if (look.Bold)
                properties.Append(new Bold());
            if (look.Italic)
                properties.Append(new Italic());
            run.Append(properties);
        }
        run.Append(new Text(WordDocument.Legal(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    private sealed record Look(bool Bold, bool Italic, string? Style)
    {
        public static Look None { get; } = new(false, false, null);
    }
}
