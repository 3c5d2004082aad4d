using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace OpsAutomation.Documents.Web;

/// <summary>Writes headings with an anchor that the table of contents points to.</summary>
internal sealed class WebHeading : HtmlObjectRenderer<HeadingBlock>
{
    public static string Anchor(HeadingBlock heading) => "l" + (heading.Line + 1);

    protected override void Write(HtmlRenderer renderer, HeadingBlock obj)
    {
        renderer.EnsureLine();
        renderer.Write($"<h{obj.Level} id=\"{Anchor(obj)}\">").WriteLeafInline(obj);
        renderer.WriteLine($"</h{obj.Level}>");
    }
}
