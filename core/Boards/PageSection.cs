using System.Text;

namespace OpsAutomation.Boards;

/// <summary>The parts that sections of pages are made of.</summary>
internal static class PageSection
{
    public static void Open(StringBuilder body, string id, string title) => body
        .Append("<section aria-labelledby=\"").Append(id).Append("\">\n<h2 id=\"").Append(id).Append("\">").Append(PageText.Encode(title)).Append("</h2>\n");

    public static void Close(StringBuilder body) => body.Append("</section>\n");

    public static void Paragraph(StringBuilder body, string text) => body.Append("<p>").Append(PageText.Encode(text)).Append("</p>\n");

    /// <summary>A list of items in HTML.</summary>
    public static void List(StringBuilder body, IEnumerable<string> items)
    {
        body.Append("<ul>\n");
        foreach (var item in items)
            body.Append("<li>").Append(item).Append("</li>\n");
        body.Append("</ul>\n");
    }

    /// <summary>A status as symbol and word, never by colour alone; the symbol says nothing that the word does not.</summary>
    public static string Status(string symbol, string word, string tone) =>
        $"<span class=\"{tone} keep\"><span aria-hidden=\"true\">{PageText.Encode(symbol)}</span> {PageText.Encode(word)}</span>";
}
