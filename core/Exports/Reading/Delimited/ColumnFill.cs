namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>Which columns rows leave blank, so that a row that ends early can be told from one that lost a field.</summary>
internal sealed class ColumnFill(int width)
{
    private readonly int[] _blank = new int[width];
    private readonly int[] _missing = new int[width];
    private int _rows;

    public void Add(RowBuffer row)
    {
        _rows++;
        for (var i = 0; i < width; i++)
        {
            if (i >= row.Count)
                _missing[i]++;
            else if (Utf8Cells.IsBlank(row.Field(i)))
                _blank[i]++;
        }
    }

    public bool IsBlank(int column) => _blank[column] + _missing[column] == _rows;

    /// <summary>
    /// A column may be missing at a row's end if other rows leave it blank, or if so many rows end before it
    /// that this is how the file is written.
    /// </summary>
    public bool[] MayBeMissing(int columns)
    {
        var may = new bool[columns];
        for (var i = 0; i < columns; i++)
            may[i] = _blank[i] > 0 || (_missing[i] >= 3 && _missing[i] * 10 >= _rows);
        return may;
    }
}
