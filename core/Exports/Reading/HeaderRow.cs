namespace OpsAutomation.Exports.Reading;

/// <summary>The row that names the columns, found among the first rows.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Names">Its cells, trimmed.</param>
/// <param name="HoldsValue">Whether a cell is typed as a date or a truth value, which no name is.</param>
internal sealed record HeaderRow(int Line, string[] Names, bool HoldsValue = false)
{
    /// <summary>Rows looked at for a header: titles and junk rows are few.</summary>
    public const int MaxDepth = 40;

    /// <summary>What stands above it, a text a row: titles, a period.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>
    /// The first row that is nearly as full as the table is wide and holds no value. A title or a period fills one or two cells; a row
    /// with a value in it is a record, so that a table whose first wide row holds one has no header.
    /// </summary>
    /// <param name="rows">The first rows, blank ones left out.</param>
    /// <param name="width">The number of fields that most rows have.</param>
    public static HeaderRow? Find(IReadOnlyList<HeaderRow> rows, int width)
    {
        HeaderRow? second = null;
        foreach (var row in rows)
        {
            var filled = 0;
            var hasValue = row.HoldsValue;
            foreach (var cell in row.Names)
            {
                filled += cell.Length > 0 ? 1 : 0;
                hasValue |= CellLook.IsValue(cell);
            }

            if (filled * 10 < width * 6)
                continue;
            if (hasValue)
                return second?.WithAbove(rows);
            if (filled * 10 >= width * 8)
                return row.WithAbove(rows);
            second ??= row;
        }

        return second?.WithAbove(rows);
    }

    private HeaderRow WithAbove(IReadOnlyList<HeaderRow> rows) =>
        this with { Above = [.. rows.TakeWhile(row => row != this).Select(row => string.Join(' ', row.Names.Where(cell => cell.Length > 0)))] };

    /// <summary>The row's cells as names: trimmed of blanks, U+00A0 and byte order marks.</summary>
    public static HeaderRow From(RowBuffer row)
    {
        var names = new string[row.Count];
        var holdsValue = false;
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = System.Text.Encoding.UTF8.GetString(Utf8Cells.Trim(row.Field(i)));
            holdsValue |= row.KindOf(i) == CellKind.Boolean;
        }

        return new(row.Line, names, holdsValue);
    }
}
