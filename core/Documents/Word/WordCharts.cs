using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using OpsAutomation.Documents.Charts;
using OpsAutomation.Locales;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using Graphics = DocumentFormat.OpenXml.Drawing;
using Placing = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace OpsAutomation.Documents.Word;

/// <summary>The charts of a document: those that follow each other stand side by side, each with its alternative text.</summary>
internal sealed class WordCharts(WordLayout layout, Locale locale)
{
    private const int EmuPerTwip = 635;
    private const long Height = 1_330_000;
    private const double NarrowShare = 0.41;
    private const double WideShare = 0.58;

    private readonly List<string> parts = [];

    /// <summary>The chart parts, in the order of their numbers.</summary>
    public IReadOnlyList<string> Parts => parts;

    /// <summary>The chart in a block, or null where it holds none.</summary>
    public static Chart? Find(Block block) => block is FencedCodeBlock { Info: ChartText.Info } code
        ? ChartText.Read([.. code.Lines.Lines.Take(code.Lines.Count).Select(line => line.ToString())])
        : null;

    /// <summary>A paragraph of charts.</summary>
    public Paragraph Write(IEnumerable<Chart> charts)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new KeepLines(), new SpacingBetweenLines { Before = "60", After = "60", Line = "240", LineRule = LineSpacingRuleValues.Auto }));
        foreach (var chart in charts)
            paragraph.Append(new Run(Inline(chart)));
        return paragraph;
    }

    private Drawing Inline(Chart chart)
    {
        parts.Add(WordChart.Part(chart, locale));
        var number = (uint)parts.Count;
        var width = (long)(layout.TextWidth * EmuPerTwip * (chart.IsWide ? WideShare : NarrowShare));
        return new(new Placing.Inline(
            new Placing.Extent { Cx = width, Cy = Height },
            new Placing.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new Placing.DocProperties { Id = number, Name = $"Chart {number}", Description = WordDocument.Legal(ChartWords.Describe(chart, locale)) },
            new Placing.NonVisualGraphicFrameDrawingProperties(),
            new Graphics.Graphic(new Graphics.GraphicData(
                new DocumentFormat.OpenXml.Drawing.Charts.ChartReference { Id = WordLinks.ChartId((int)number) })
            { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 });
    }
}
