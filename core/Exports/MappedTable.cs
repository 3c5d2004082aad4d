using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports;

/// <summary>A table of an export and how it becomes facts.</summary>
internal sealed class MappedTable(ExportTable table, TableMapping mapping)
{
    public ExportTable Table { get; } = table;

    /// <summary>The mapping; decided anew from all values where a first reading found that it has to be.</summary>
    public TableMapping Mapping { get; private set; } = mapping;

    /// <summary>What the columns became, complete after a conversion.</summary>
    public IReadOnlyList<ColumnMapping> Columns { get; private set; } = mapping.Columns;

    /// <summary>What a person should know, complete after a conversion.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; private set; } = [.. table.Warnings, .. mapping.Warnings];

    /// <summary>Decides the columns from all values.</summary>
    public void Scan()
    {
        Mapping = Mapping.Scan(Table);
        Columns = Mapping.Columns;
    }

    /// <summary>Takes over what a conversion of all rows has shown.</summary>
    public void Complete(RowConverter converter)
    {
        var shown = converter.Columns.ToDictionary(column => column.Index);
        Columns = [.. Mapping.Columns.Select(column => shown.GetValueOrDefault(column.Index, column))];
        Warnings = [.. Table.Warnings, .. Mapping.Warnings, .. converter.Warnings];
    }
}
