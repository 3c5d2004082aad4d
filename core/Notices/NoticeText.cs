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
        foreach (var row in notice.Rows)
            output.AppendJoin(" · ", row.Where(cell => cell.Length > 0)).Append('\n');
        if (notice.Rows.Count > 0)
            output.Append('\n');
        foreach (var paragraph in notice.Closing)
            output.Append(paragraph).Append("\n\n");
        return output.ToString().TrimEnd('\n') + "\n";
    }
}
