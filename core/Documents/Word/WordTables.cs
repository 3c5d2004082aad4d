using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using OpsAutomation.Documents.Templating;
using Markdown = Markdig.Extensions.Tables;

namespace OpsAutomation.Documents.Word;

/// <summary>Writes tables: header rows that repeat on every page, rows that stay whole, columns as wide as their text wants.</summary>
internal sealed class WordTables(WordLayout layout, WordInlines inlines)
{
    // A word of the tables' type size takes about this much a character, with the cell's margins.
    private const int CharacterWidth = 105;
    private const int CellMargins = 190;

    public Table Write(Markdown.Table table)
    {
        var rows = table.OfType<Markdown.TableRow>().ToList();
        var widths = Widths(rows);
        var result = new Table(
            new TableProperties(
                new TableStyle { Val = "OpsTable" },
                new TableWidth { Width = $"{widths.Sum()}", Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true }),
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

    // Every column gets its longest word, the rest is shared by how much text each holds.
    private int[] Widths(List<Markdown.TableRow> rows)
    {
        var columns = rows.Max(row => row.Count);
        var least = new int[columns];
        var wanted = new int[columns];
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Count; i++)
            {
                var text = string.Concat(((Markdown.TableCell)row[i]).OfType<ParagraphBlock>().Select(paragraph => MarkdownReader.TextOf(paragraph.Inline)));
                var longest = text.Split(' ', '-', '/').Max(word => word.Length);
                least[i] = Math.Max(least[i], CellMargins + (Math.Min(longest, 24) * CharacterWidth));
                wanted[i] = Math.Max(wanted[i], CellMargins + (Math.Min(text.Length, 70) * CharacterWidth));
            }
        }
        return Share(least, wanted);
    }

    private int[] Share(int[] least, int[] wanted)
    {
        var available = layout.TextWidth;
        var sum = least.Sum();
        if (sum >= available)
            return Exactly(available, [.. least.Select(width => width * available / sum)]);
        var more = wanted.Zip(least, (want, min) => want - min).ToArray();
        var total = Math.Max(1, more.Sum());
        return Exactly(available, [.. least.Select((width, i) => width + (int)((long)(available - sum) * more[i] / total))]);
    }

    private static int[] Exactly(int available, int[] widths)
    {
        widths[^1] += available - widths.Sum();
        return widths;
    }
}
