namespace OpsAutomation.Privacy;

/// <summary>The cells of one record, to be edited in place; a cell is empty where the record has none.</summary>
internal sealed class RecordCells(RecordLayout layout)
{
    private readonly List<string> values = [];
    private readonly List<int> columns = [];
    private readonly List<CellTreatment> treatments = [];

    /// <summary>The columns.</summary>
    public RecordLayout Layout { get; } = layout;

    /// <summary>How many cells there are; a column may have several, as lists in JSON do.</summary>
    public int Count => values.Count;

    /// <summary>Whether the record does not fit its columns, so that no cell is known by its place.</summary>
    public bool IsShifted { get; set; }

    /// <summary>A cell's text.</summary>
    public string this[int cell]
    {
        get => values[cell];
        set => values[cell] = value;
    }

    /// <summary>Begins another record.</summary>
    public void Clear()
    {
        values.Clear();
        columns.Clear();
        treatments.Clear();
        IsShifted = false;
    }

    /// <summary>Adds a cell.</summary>
    /// <param name="value">Its text.</param>
    /// <param name="column">Its column, or -1 where it has none.</param>
    /// <param name="treatment">What it is, where that is not what its column is.</param>
    public void Add(string value, int column, CellTreatment? treatment = null)
    {
        values.Add(value);
        columns.Add(column);
        treatments.Add(treatment ?? Layout.Of(column));
    }

    /// <summary>The column of a cell.</summary>
    public int ColumnOf(int cell) => columns[cell];

    /// <summary>What a cell is.</summary>
    public CellTreatment TreatmentOf(int cell) => IsShifted ? CellTreatment.Text : treatments[cell];

    /// <summary>The text of the first cell of a column, or null.</summary>
    public string? Find(int column)
    {
        var at = column < 0 ? -1 : columns.IndexOf(column);
        return at < 0 ? null : values[at];
    }
}
