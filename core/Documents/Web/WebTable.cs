using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace OpsAutomation.Documents.Web;

/// <summary>Writes tables that scroll by themselves where the screen is narrow, with header cells that say what they head.</summary>
internal sealed class WebTable : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table obj)
    {
        renderer.EnsureLine();
        renderer.WriteLine($"<div class=\"table\" tabindex=\"0\"><table class=\"c{obj.ColumnDefinitions.Count}\">");
        var body = false;
        foreach (var row in obj.OfType<TableRow>())
        {
            if (!row.IsHeader && !body)
            {
                renderer.WriteLine("<tbody>");
                body = true;
            }
            WriteRow(renderer, obj, row);
        }
        if (body)
            renderer.WriteLine("</tbody>");
        renderer.WriteLine("</table></div>");
    }

    private static void WriteRow(HtmlRenderer renderer, Table table, TableRow row)
    {
        renderer.Write(row.IsHeader ? "<thead><tr>" : "<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var tag = row.IsHeader ? "th" : "td";
            var right = i < table.ColumnDefinitions.Count && table.ColumnDefinitions[i].Alignment == TableColumnAlign.Right;
            renderer.Write('<').Write(tag).Write(row.IsHeader ? " scope=\"col\"" : "").Write(right ? " class=\"right\"" : "").Write('>');
            foreach (var paragraph in ((TableCell)row[i]).OfType<ParagraphBlock>())
                renderer.WriteLeafInline(paragraph);
            renderer.Write("</").Write(tag).Write('>');
        }
        renderer.WriteLine(row.IsHeader ? "</tr></thead>" : "</tr>");
    }
}
