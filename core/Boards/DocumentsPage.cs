using System.Text;

namespace OpsAutomation.Boards;

/// <summary>The list of documents as a page.</summary>
public static class DocumentsPage
{
    /// <summary>The page; its links are relative to <c>engagements/{engagement}/documents</c>.</summary>
    public static string Write(ShelfIndex index, PageLinks links)
    {
        var words = new PageWords(index.Locale.Language);
        var body = new StringBuilder();
        body.Append("<header>\n<h1>").Append(PageText.Encode(index.Client)).Append("</h1>\n<p class=\"soft\">Documents</p>\n");
        PageNav.Write(body, words, links, self: "documents", ("board", words.Say("Board", "Tableau de bord")));
        body.Append("</header>\n");
        if (index.Documents.Count == 0)
        {
            PageSection.Paragraph(body, words.Say("No document was published yet.", "Aucun document n'a encore été publié."));
        }
        else
        {
            var table = new PageTable(
                words.Say("The current version of each.", "La version actuelle de chacun."),
                words.Say("document", "document"), words.Say("language", "langue"), "version", words.Say("published", "publié"), words.Say("status", "statut"),
                words.Say("formats", "formats"));
            foreach (var document in index.Documents)
                Add(table, document, words, links);
            body.Append(table);
        }

        return PageShell.Write($"{index.Client} · Documents", index.Locale.Id, body.ToString());
    }

    private static void Add(PageTable table, ShelfDocument document, PageWords words, PageLinks links)
    {
        string Link(string ending, string text) =>
            $"<a href=\"{links.ToDocument(document.Path, ending)}\" aria-label=\"{PageText.Encode($"{text}, {document.Title}")}\">{text}</a>";
        var tag = LanguageCode.Of(document.Language);
        table.Add(
            $"<a href=\"{links.ToDocument(document.Path, "html")}\" lang=\"{tag}\">{PageText.Encode(document.Title)}</a>",
            document.Language == Language.French ? words.Say("French", "français") : words.Say("English", "anglais"),
            PageText.Encode(document.Version),
            PageText.Encode(document.Published),
            document.Overdue ? PageSection.Status("▲", document.Status, "off") : PageText.Encode(document.Status),
            $"{Link("html", "HTML")} · {Link("docx", "Word")} · {Link("md", "Markdown")}");
    }
}
