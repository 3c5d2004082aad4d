using System.Security;
using Markdig.Renderers;
using Markdig.Syntax;
using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents.Web;

/// <summary>Writes a document as one HTML page that needs nothing else: readable on a phone, on a screen and in print.</summary>
internal static class WebPage
{
    public static string Write(MarkdownDocument document, DocumentFrame frame)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        writer.Write(
            $"""
            <!DOCTYPE html>
            <html lang="{Encode(frame.LocaleId)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Encode(frame.Title)} · {Encode(frame.Client)}</title>
            <style>
            {WebStyle.Css(frame)}
            </style>
            </head>
            <body>
            <header>{Encode(frame.Client)}{(frame.Life.Length == 0 ? "" : $"<br>\n{Encode(frame.Life)}")}</header>
            <main>

            """);
        WriteBlocks(document, frame, writer);
        writer.Write(
            $"""
            </main>
            <footer>{Encode(frame.Title)} · {Encode(frame.Edition)}</footer>
            </body>
            </html>

            """);
        return writer.ToString();
    }

    private static void WriteBlocks(MarkdownDocument document, DocumentFrame frame, TextWriter writer)
    {
        var renderer = new HtmlRenderer(writer);
        renderer.ObjectRenderers.Insert(0, new WebChart(frame));
        renderer.ObjectRenderers.Insert(0, new WebTable());
        renderer.ObjectRenderers.Insert(0, new WebCheckBox());
        renderer.ObjectRenderers.Insert(0, new WebHeading());
        var sections = document.OfType<HeadingBlock>().Where(heading => heading.Level == 2).ToList();
        var contents = frame.HasContents ? sections : [];
        foreach (var block in document)
        {
            if (contents.Count > 0 && block == contents[0])
                WriteContents(contents, frame, writer);
            renderer.Render(block);
        }
    }

    private static void WriteContents(List<HeadingBlock> sections, DocumentFrame frame, TextWriter writer)
    {
        writer.Write($"<nav aria-label=\"{frame.ContentsTitle}\">\n<p>{frame.ContentsTitle}</p>\n<ol>\n");
        foreach (var section in sections)
            writer.Write($"<li><a href=\"#{WebHeading.Anchor(section)}\">{Encode(MarkdownReader.TextOf(section.Inline))}</a></li>\n");
        writer.Write("</ol>\n</nav>\n");
    }

    private static string Encode(string text) => SecurityElement.Escape(text);
}
