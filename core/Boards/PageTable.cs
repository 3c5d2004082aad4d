using System.Text;

namespace OpsAutomation.Boards;

/// <summary>
/// A table that is one of cards where the screen is narrow. The roles are written out, since a browser drops those of a table that is laid
/// out as something else.
/// </summary>
internal sealed class PageTable(string caption, params string[] columns)
{
    private readonly StringBuilder rows = new();

    /// <summary>Adds a row of cells in HTML; the first one names it.</summary>
    public void Add(params string[] cells)
    {
        rows.Append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">").Append(cells[0]).Append("</th>");
        for (var i = 1; i < cells.Length; i++)
            rows.Append("<td role=\"cell\" data-label=\"").Append(PageText.Encode(columns[i])).Append("\">").Append(cells[i].Length == 0 ? "" : $"<span>{cells[i]}</span>").Append("</td>");
        rows.Append("</tr>\n");
    }

    public override string ToString()
    {
        var heads = string.Concat(columns.Select(column => $"<th scope=\"col\" role=\"columnheader\">{PageText.Encode(column)}</th>"));
        return $"<table role=\"table\">\n<caption>{PageText.Encode(caption)}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">{heads}</tr></thead>\n<tbody role=\"rowgroup\">\n{rows}</tbody>\n</table>\n";
    }
}
