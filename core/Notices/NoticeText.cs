using System.Text;

namespace OpsAutomation.Notices;

/// <summary>The text alternative of a notice: a row of its table is a line with its cells in their order, which any reader wraps well.</summary>
internal static class NoticeText
{
    /// <summary>The text, lines ended by LF.</summary>
    public static string Render(Notice notice)
    {
        var output = new StringBuilder();
        foreach (var paragraph in notice.Paragraphs)
            output.Append(paragraph).Append("\n\n");
        for (var i = 0; i < notice.Rows.Count; i++)
        {
            output.AppendJoin(" · ", notice.Rows[i].Where(cell => cell.Length > 0)).Append('\n');
            if (i < notice.Links.Count)
                output.Append(notice.Links[i].Text).Append('\n').Append(notice.Links[i].Address.AbsoluteUri).Append(i < notice.Rows.Count - 1 ? "\n\n" : "\n");
        }

        if (notice.Rows.Count > 0)
            output.Append('\n');
        foreach (var paragraph in notice.Closing)
            output.Append(paragraph).Append("\n\n");
        if (notice.Footer is { } footer)
            output.Append(footer.Text).Append('\n').Append(footer.Address.AbsoluteUri).Append('\n');
        return output.ToString().TrimEnd('\n') + "\n";
    }
}
