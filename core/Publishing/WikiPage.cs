using Markdig.Renderers;
using Markdig.Syntax;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Documents.Web;

namespace OpsAutomation.Publishing;

/// <summary>A document as a fragment of a wiki's page: no title, which the wiki shows itself, no style, and nothing that a wiki would take out.</summary>
internal static class WikiPage
{
    /// <summary>The fragment.</summary>
    /// <param name="markdown">The document as it was stored. Its text is never markup: raw HTML in it is text, and links lead to the web or to mail only.</param>
    /// <param name="languageTag">The language, such as <c>fr-FR</c>.</param>
    /// <param name="edition">The version with its date.</param>
    public static string Write(string markdown, string languageTag, string edition)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(writer);
        renderer.ObjectRenderers.Insert(0, new WebTable());
        renderer.ObjectRenderers.Insert(0, new WebCheckBox());
        writer.Write($"<div lang=\"{languageTag}\">\n");
        foreach (var block in MarkdownReader.Parse(markdown))
        {
            if (block is not HeadingBlock { Level: 1 })
                renderer.Render(block);
        }

        writer.Write($"<p><em>{System.Net.WebUtility.HtmlEncode(edition)}</em></p>\n</div>\n");
        return writer.ToString();
    }
}
