using System.Text;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Boards;

/// <summary>What a board shows of documents.</summary>
internal static class BoardDocuments
{
    /// <summary>The section of those that want attention; nothing where there are none.</summary>
    public static void Write(StringBuilder body, Board board, PageWords words, PageLinks links)
    {
        if (board.Documents.Count == 0)
            return;
        PageSection.Open(body, "documents", "Documents");
        var table = new PageTable(
            words.Say("What waits for somebody.", "Ce qui attend quelqu'un."), "document", words.Say("status", "statut"), words.Say("who, what", "qui, quoi"));
        foreach (var document in board.Documents)
        {
            var title = PageText.Encode(document.Title);
            table.Add(
                document.Shelf is { } shelf ? $"<a href=\"{links.ToDocument(shelf, "html")}\">{title}</a>" : title,
                PageSection.Status(document.Symbol, document.Word, document.Tone),
                PageText.Encode(document.Detail));
        }

        body.Append(table);
        PageSection.Close(body);
    }

    /// <summary>The line under a KPI off target that names what moves it.</summary>
    public static string Remedy(Remedy? remedy, PageWords words, PageLinks links)
    {
        if (remedy is null)
            return "";
        var title = PageText.Encode(remedy.Title);
        return "<br>\n<span class=\"soft\">→ " + (remedy.Shelf is { } shelf
            ? $"<a href=\"{links.ToDocument(shelf, "html")}\">{title}</a>"
            : title + words.Say(" (not in force yet)", " (pas encore en vigueur)")) + "</span>";
    }
}
