using DocumentFormat.OpenXml.Wordprocessing;

namespace OpsAutomation.Documents.Word;

/// <summary>The page, in twentieths of a point.</summary>
internal sealed record WordLayout(int Width, int Height, bool Landscape)
{
    private const int Margin = 1020;

    /// <summary>The width between the margins.</summary>
    public int TextWidth => Width - (2 * Margin);

    public static WordLayout Of(DocumentFrame frame)
    {
        var (width, height) = frame.IsLetter ? (12240, 15840) : (11906, 16838);
        return frame.IsLandscape ? new(height, width, true) : new(width, height, false);
    }

    /// <summary>The section that ends the document.</summary>
    public SectionProperties Section() => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = WordLinks.HeaderId },
        new FooterReference { Type = HeaderFooterValues.Default, Id = WordLinks.FooterId },
        new PageSize { Width = (uint)Width, Height = (uint)Height, Orient = Landscape ? PageOrientationValues.Landscape : null },
        new PageMargin { Top = 1134, Bottom = 964, Left = Margin, Right = Margin, Header = 510, Footer = 454, Gutter = 0 });
}
