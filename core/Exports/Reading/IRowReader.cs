namespace OpsAutomation.Exports.Reading;

/// <summary>
/// Reads the data rows of one table in their order, one at a time, as UTF-8.
/// Header, junk, blank lines, footer and total rows are passed over.
/// </summary>
public interface IRowReader : IDisposable
{
    /// <summary>The number of fields of the current row, which may differ from the header's.</summary>
    int FieldCount { get; }

    /// <summary>
    /// Where the current row starts: the physical line from 1, the row of a sheet, or the place of a record in JSON from 1.
    /// </summary>
    int Line { get; }

    /// <summary>Null, or the reason why the row is broken in itself: one of <see cref="RowDefects"/>.</summary>
    string? Defect { get; }

    /// <summary>Moves to the next data row, or returns false at the end.</summary>
    /// <exception cref="OpsException">Refused: a field or a row is larger than the limits allow.</exception>
    bool Read();

    /// <summary>The field at that place, unquoted, untrimmed; empty past the last. Valid until the next <see cref="Read"/>.</summary>
    ReadOnlySpan<byte> Field(int index);

    /// <summary>What the file says about the field's value.</summary>
    CellKind KindOf(int index);
}
