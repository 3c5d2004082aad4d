namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Finds the header of a sheet and makes a table of the rows below it.</summary>
internal static class SheetTable
{
    /// <summary>Marks the refusal of a sheet without any value, of which nobody needs to hear.</summary>
    public const string IsEmptySheet = "empty-sheet";

    // Enough to learn how wide the table is.
    private const int SampleRows = 500;

    public static ExportTable Open(string file, string sheet, string format, Func<RowSource> rows)
    {
        var header = FindHeader(file, sheet, rows, out var width);
        var shape = new TableShape { Width = width, HeaderLine = header.Line };
        var table = new ExportTable(opened => new TableRows(rows(), shape, opened))
        {
            FileName = file,
            Sheet = sheet,
            Format = format,
            Encoding = "utf-8",
            Header = header.Names[..width],
            HeaderLine = header.Line,
            Preamble = header.Above,
        };
        using var any = new TableRows(rows(), shape, table);
        if (!any.Read())
            throw Unreadable.HeaderOnly(Where(file, sheet));
        return table;
    }

    private static HeaderRow FindHeader(string file, string sheet, Func<RowSource> rows, out int width)
    {
        var first = new List<HeaderRow>();
        var columns = 0;
        var filled = new Dictionary<int, int>();
        using (var source = rows())
        {
            for (var i = 0; i < SampleRows && source.Read(); i++)
            {
                if (Utf8Cells.IsBlank(source.Row))
                    continue;
                if (first.Count < HeaderRow.MaxDepth)
                    first.Add(HeaderRow.From(source.Row));
                columns = Math.Max(columns, source.Row.Count);
                if (source.Row.Count > 1)
                    filled[source.Row.Count] = filled.GetValueOrDefault(source.Row.Count) + 1;
            }
        }

        if (first.Count == 0)
        {
            var empty = Unreadable.Empty(Where(file, sheet));
            empty.Data[IsEmptySheet] = true;
            throw empty;
        }

        var usual = filled.Count == 0 ? 1 : filled.MaxBy(pair => (pair.Value, pair.Key)).Key;
        var header = HeaderRow.Find(first, usual) ?? throw Unreadable.NoHeader(Where(file, sheet));
        width = header.Names.Length;
        while (width > 1 && header.Names[width - 1].Length == 0)
            width--;
        return header;
    }

    private static string Where(string file, string sheet) => $"{file} [{sheet}]";
}
