using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports.Mapping;

/// <summary>The look of a table's columns, from its first rows or from all.</summary>
internal sealed class TableSample
{
    private const int SampleRows = 1000;

    private TableSample(ColumnLook[] columns, int rows, bool isWhole)
    {
        Columns = columns;
        Rows = rows;
        IsWhole = isWhole;
    }

    internal IReadOnlyList<ColumnLook> Columns { get; }

    internal int Rows { get; }

    /// <summary>Whether all rows were looked at.</summary>
    internal bool IsWhole { get; }

    internal static TableSample Take(ExportTable table, int rows = SampleRows)
    {
        var columns = new ColumnLook[table.Header.Count];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = new ColumnLook();
        using var reader = table.OpenRows();
        var read = 0;
        while (reader.Read())
        {
            if (reader.Defect is not null)
                continue;
            if (read == rows)
                return new(columns, read, isWhole: false);
            read++;
            for (var i = 0; i < columns.Length; i++)
                columns[i].Add(reader.Field(i), reader.KindOf(i));
        }

        return new(columns, read, isWhole: true);
    }
}
