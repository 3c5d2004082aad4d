using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using OpsAutomation.Documents.Templating;
using Markdown = Markdig.Extensions.Tables;

namespace OpsAutomation.Documents.Word;

/// <summary>Writes tables: header rows that repeat on every page, rows that stay whole, columns as wide as their text wants.</summary>
internal sealed class WordTables(WordLayout layout, WordInlines inlines)
{
    // A word of the tables' type size takes about this much a character, with the cell's margins.
    private const int CharacterWidth = 95;
    private const int HeaderCharacterWidth = 110;
    private const int CellMargins = 190;
    private const int ShortColumn = CellMargins + (16 * CharacterWidth);
    private const int Step = 40;

    public Table Write(Markdown.Table table)
    {
        var rows = table.OfType<Markdown.TableRow>().ToList();
        var widths = Widths(rows);
        var result = new Table(
            new TableProperties(
                new TableStyle { Val = "OpsTable" },
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0620" }),
            new TableGrid(widths.Select(width => new GridColumn { Width = $"{width}" })));
        foreach (var row in rows)
            result.Append(Row(table, row, widths));
        return result;
    }

    private TableRow Row(Markdown.Table table, Markdown.TableRow row, int[] widths)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (row.IsHeader)
            properties.Append(new TableHeader());
        var result = new TableRow(properties);
        for (var i = 0; i < widths.Length; i++)
        {
            var right = i < table.ColumnDefinitions.Count && table.ColumnDefinitions[i].Alignment == Markdown.TableColumnAlign.Right;
            result.Append(Cell(i < row.Count ? (Markdown.TableCell)row[i] : null, widths[i], row.IsHeader, right));
        }
        return result;
    }

    private TableCell Cell(Markdown.TableCell? cell, int width, bool header, bool right)
    {
        var properties = new ParagraphProperties(new ParagraphStyleId { Val = "TableText" });
        if (header)
            properties.Append(new KeepNext());
        if (right)
            properties.Append(new Justification { Val = JustificationValues.Right });
        var paragraph = new Paragraph(properties);
        foreach (var text in cell?.OfType<ParagraphBlock>() ?? [])
            paragraph.Append(inlines.Write(text.Inline));
        return new TableCell(new TableCellProperties(new TableCellWidth { Width = $"{width}", Type = TableWidthUnitValues.Dxa }), paragraph);
    }

    // Every column gets its longest word; short columns stay on one line, long ones share the rest; a column left blank to write in wants a good deal.
    private int[] Widths(List<Markdown.TableRow> rows)
    {
        var columns = rows.Max(row => row.Count);
        var least = new int[columns];
        var wanted = new int[columns];
        for (var i = 0; i < columns; i++)
        {
            var texts = rows.Where(row => i < row.Count).Select(row => (row.IsHeader, Text: TextOf((Markdown.TableCell)row[i]))).ToList();
            least[i] = CellMargins + texts.Max(cell => LongestWord(cell.Text) * (cell.IsHeader ? HeaderCharacterWidth : CharacterWidth));
            wanted[i] = CellMargins + ((texts.Max(cell => cell.Text.Length) + 1) * CharacterWidth);
            if (texts.TrueForAll(cell => cell.IsHeader || cell.Text.Length == 0))
                wanted[i] = Math.Max(wanted[i], CellMargins + (25 * CharacterWidth));
            wanted[i] = Math.Max(wanted[i], least[i]);
        }
        return Share(least, wanted);
    }

    private static string TextOf(Markdown.TableCell cell) =>
        string.Concat(cell.OfType<ParagraphBlock>().Select(paragraph => MarkdownReader.TextOf(paragraph.Inline)));

    private static int LongestWord(string text) => Math.Min(text.Split(' ', '-', '/').Max(word => word.Length), 24);

    private int[] Share(int[] least, int[] wanted)
    {
        var available = layout.TextWidth;
        if (least.Sum() >= available)
            return Exactly(available, [.. least.Select(width => width * available / least.Sum())]);
        if (wanted.Sum() <= available)
            return Exactly(available, [.. wanted.Select(width => width * available / wanted.Sum())]);
        var widths = least.Zip(wanted, (min, want) => want <= ShortColumn ? want : min).ToArray();
        if (widths.Sum() > available)
            widths = (int[])least.Clone();
        // The rest goes where the longest texts are, so that the tallest cells of all columns are about as tall.
        for (var left = available - widths.Sum(); left > 0; left -= Step)
        {
            var tightest = Enumerable.Range(0, widths.Length).MaxBy(i => (double)(wanted[i] - CellMargins) / (widths[i] - CellMargins));
            widths[tightest] += Math.Min(Step, left);
        }
        return widths;
    }

    private static int[] Exactly(int available, int[] widths)
    {
        widths[^1] += available - widths.Sum();
        return widths;
    }
}
