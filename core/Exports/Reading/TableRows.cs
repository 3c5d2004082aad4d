namespace OpsAutomation.Exports.Reading;

/// <summary>
/// The data rows of a source: passes over what stands before the header, blank lines, footers and totals, and says which rows
/// do not fit the header. Rows that could still turn out to be a footer or a last total are held back until what follows is known.
/// </summary>
internal sealed class TableRows : IRowReader
{
    // A footer is a handful of lines; more single cells than that in a row are records.
    private const int MaxHeld = 24;

    private readonly RowSource _source;
    private readonly TableShape _shape;
    private readonly ExportTable _table;
    private readonly Queue<HeldRow> _held = new();
    private readonly int _lastRequired;
    private RowBuffer _row;
    private int _lastLine;
    private int _release;
    private bool _sourceRowWaits;
    private bool _atEnd;
    private bool _gap;
    private int _footers;
    private int _totals;
    private int _repaired;

    public TableRows(RowSource source, TableShape shape, ExportTable table)
    {
        _source = source;
        _shape = shape;
        _table = table;
        _row = source.Row;
        _lastLine = shape.HeaderLine;
        _lastRequired = shape.MayBeMissing is { } mayBeMissing ? Array.FindLastIndex(mayBeMissing, Math.Min(shape.Width, mayBeMissing.Length) - 1, may => !may) : -1;
    }

    public int FieldCount => _row.Count;

    public int Line => _row.Line;

    public string? Defect => _row.Defect;

    public ReadOnlySpan<byte> Field(int index) => _row.Field(index);

    public CellKind KindOf(int index) => _row.KindOf(index);

    public void Dispose() => _source.Dispose();

    public bool Read()
    {
        while (true)
        {
            if (_release > 0)
            {
                _release--;
                _row = _held.Dequeue().Row;
                Check(_row);
                return true;
            }

            _row = _source.Row;
            if (_sourceRowWaits)
            {
                _sourceRowWaits = false;
                Check(_row);
                return true;
            }

            if (_atEnd)
                return false;
            if (!_source.Read())
            {
                _atEnd = true;
                SettleHeld();
                ReportCounts();
                continue;
            }

            if (_row.Line <= _shape.HeaderLine)
                continue;
            // A sheet does not write its blank rows out.
            if (_shape.MayBeMissing is null && _row.Line > _lastLine + 1)
                _gap = true;
            _lastLine = _row.Line;
            if (IsBlank())
            {
                _gap = true;
                continue;
            }

            if (HoldOrDrop())
                continue;
            _gap = false;
            if (_held.Count > 0)
            {
                // A whole record follows, so what was held back are records too.
                _release = _held.Count;
                _sourceRowWaits = true;
                continue;
            }

            Check(_row);
            return true;
        }
    }

    private bool IsBlank()
    {
        // The first field of a record is rarely blank.
        var first = _row.Field(0);
        return (first.IsEmpty || first[0] <= (byte)' ' || first[0] >= 0x80) && Utf8Cells.IsBlank(_row);
    }

    /// <summary>Whether the row is no record, or not known to be one yet.</summary>
    private bool HoldOrDrop()
    {
        var total = TotalLabels.Judge(_row, out var hasBlank);
        if (total == TotalStrength.Strong || (total == TotalStrength.Weak && hasBlank))
        {
            _totals++;
            return true;
        }

        if (total == TotalStrength.Weak)
            return Hold(isFooter: false);
        if (_row.Count > 1 && !_row.Field(1).IsEmpty)
            return false;
        if (!FooterLines.IsSingleCell(_row, _shape.Width))
            return false;
        if (FooterLines.IsMarker(_row.Field(0)))
        {
            _footers++;
            return true;
        }

        return (_row.Count == 1 || _shape.Width > 2) && Hold(isFooter: true);
    }

    private bool Hold(bool isFooter)
    {
        if (_held.Count >= MaxHeld)
            return false;
        _held.Enqueue(new(_row.Copy(), isFooter, _gap));
        return true;
    }

    /// <summary>At the end: single cells behind a blank line are the footer, a last total is a total, the rest are records.</summary>
    private void SettleHeld()
    {
        var behindGap = false;
        for (var waiting = _held.Count; waiting > 0; waiting--)
        {
            var held = _held.Dequeue();
            behindGap |= held.BehindGap;
            if (!held.IsFooter)
                _totals++;
            else if (behindGap)
                _footers++;
            else
                _held.Enqueue(held);
        }

        _release = _held.Count;
    }

    private void Check(RowBuffer row)
    {
        if (row.Count == _shape.Width || _shape.MayBeMissing is null)
            return;
        if (row.Count > _shape.Width)
        {
            CheckSurplus(row);
            return;
        }

        if (row.Count <= _lastRequired)
            row.Defect ??= RowDefects.FieldCount;
    }

    /// <summary>
    /// More fields than columns: blank ones are dropped only where every line has them. Elsewhere a field holds the delimiter unescaped,
    /// and dropping a blank at the end would shift the others.
    /// </summary>
    private void CheckSurplus(RowBuffer row)
    {
        var surplus = row.Count - _shape.Width - _shape.TrailingBlanks;
        // Where every text holds the delimiter, the blanks at the end were only shifted there.
        if (surplus <= 0 && _shape.FreeTextColumn >= 0 && Fec.FecRow.IsShifted(row, _shape.FreeTextColumn))
            surplus = row.Count - _shape.Width;
        if (surplus > 0 && _shape.FreeTextColumn >= 0 && Fec.FecRow.Repair(row, surplus, _shape.FreeTextColumn))
        {
            _repaired++;
            surplus = 0;
        }

        if (surplus <= 0)
        {
            while (row.Count > _shape.Width && Utf8Cells.IsBlank(row.Field(row.Count - 1)))
                row.Count--;
        }

        if (row.Count > _shape.Width)
            row.Defect ??= RowDefects.FieldCount;
    }

    private void ReportCounts()
    {
        if (!_table.ClaimCounts())
            return;
        if (_footers > 0)
            _table.Warn($"{_footers} footer lines were left out.", $"Lignes de pied de page laissées de côté\u00a0: {_footers}.");
        if (_totals > 0)
            _table.Warn($"{_totals} total or subtotal rows were left out.", $"Lignes de total ou de sous-total laissées de côté\u00a0: {_totals}.");
        if (_repaired > 0)
            _table.Warn($"In {_repaired} rows the entry's text held the delimiter unescaped; it was put together again.", $"Dans {_repaired} lignes, le libellé contenait le séparateur sans échappement\u00a0; il a été reconstitué.");
    }

    private readonly record struct HeldRow(RowBuffer Row, bool IsFooter, bool BehindGap);
}
