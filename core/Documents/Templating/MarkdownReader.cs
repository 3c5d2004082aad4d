using Markdig;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace OpsAutomation.Documents.Templating;

/// <summary>Reads Markdown into the tree that pages and Word documents are made from. Raw HTML is text; nothing is loaded from outside.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().DisableHtml().Build();

    /// <summary>Reads a text.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="isOurs">Whether an address that leads to no site is one of ours and stays; null: none is.</param>
    public static MarkdownDocument Parse(string markdown, Func<string, bool>? isOurs = null)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !(IsHarmless(link.Url) || (link.Url is { } url && isOurs?.Invoke(url) == true)))
                ReplaceByText(link);
        }
        foreach (var link in document.Descendants<AutolinkInline>().ToList())
        {
            if (!link.IsEmail && !IsHarmless(link.Url))
                link.ReplaceBy(new LiteralInline(link.Url));
        }
        return document;
    }

    /// <summary>The text of inlines without their marks.</summary>
    public static string TextOf(ContainerInline? inlines)
    {
        var text = new System.Text.StringBuilder();
        foreach (var inline in inlines?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                AutolinkInline link => link.Url,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                TaskList task => task.Checked ? "☒" : "☐",
                _ => "",
            });
        }
        return text.ToString();
    }

    private static bool IsHarmless(string? url) => url is not null
        && (url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    private static void ReplaceByText(LinkInline link)
    {
        var text = new LiteralInline(TextOf(link));
        link.ReplaceBy(text, copyChildren: false);
    }
}
