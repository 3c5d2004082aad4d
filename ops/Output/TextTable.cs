using System.Globalization;

namespace OpsAutomation.Ops.Output;

/// <summary>Rows in columns of a monospaced terminal, two spaces apart, without a rule that would get in the way of grep.</summary>
internal sealed class TextTable(params TextColumn[] columns)
{
    private readonly List<string[]> rows = [];

    /// <summary>Adds a row; it may have fewer cells than there are columns.</summary>
    public void Add(params string[] cells) => rows.Add([.. cells.Select(OnOneLine)]);

    /// <summary>Writes the titles and the rows.</summary>
    public void Write(TextWriter output)
    {
        var titles = columns.Select(column => column.Title ?? "").ToArray();
        var lines = Array.Exists(titles, title => title.Length > 0) ? [titles, .. rows] : rows;
        var widths = columns.Select((_, i) => lines.Max(cells => i < cells.Length ? Width(cells[i]) : 0)).ToArray();
        foreach (var cells in lines)
            output.WriteLine(string.Join("  ", cells.Select((cell, i) => Set(cell, widths[i], columns[i].IsRight))).TrimEnd());
    }

    // A name may hold line ends and tabs, which would tear the table.
    private static string OnOneLine(string cell) =>
        cell.AsSpan().ContainsAny('\r', '\n', '\t') ? cell.ReplaceLineEndings(" ").Replace('\t', ' ') : cell;

    private static string Set(string cell, int width, bool right)
    {
        var padding = new string(' ', width - Width(cell));
        return right ? padding + cell : cell + padding;
    }

    // Letters as people count them: an accent that is a character of its own takes no room.
    private static int Width(string text) => new StringInfo(text).LengthInTextElements;
}
