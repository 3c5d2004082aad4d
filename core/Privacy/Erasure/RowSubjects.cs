using System.Text;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>Tells of the rows of a table that is imported which ones are about an erased person, by all of their cells.</summary>
internal sealed class RowSubjects
{
    private readonly PersonEditor editor;
    private readonly RecordCells cells;

    public RowSubjects(ErasedPeople people, ExportTable table, TableMapping mapping)
    {
        editor = new PersonEditor(people);
        var inputs = new InputField?[table.Header.Count];
        foreach (var column in mapping.Columns)
            inputs[column.Index] = column.Input;
        cells = new RecordCells(new RecordLayout(
            table.Header,
            [.. inputs.Select((input, index) => (input is null ? null : PersonalHeaders.Of(input, hasFewValues: true))
                ?? (input is not null && mapping.Fact == FactType.Contact ? CellTreatment.Subject : LayoutReader.ByName(new ColumnName(table.Header[index]))))],
            inputs,
            mapping.Fact));
    }

    /// <summary>Whom a row is about, or null.</summary>
    public ErasedPerson? Of(IRowReader row)
    {
        cells.Clear();
        for (var i = 0; i < row.FieldCount; i++)
        {
            if (row.Field(i) is { IsEmpty: false } field && cells.Layout.Of(i) is not (CellTreatment.Number or CellTreatment.Time or CellTreatment.Category or CellTreatment.Staff))
                cells.Add(Encoding.UTF8.GetString(field), i);
        }

        return editor.SubjectOf(cells);
    }
}
