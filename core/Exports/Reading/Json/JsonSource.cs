namespace OpsAutomation.Exports.Reading.Json;

/// <summary>The records of a JSON document, each flattened when its turn comes.</summary>
internal sealed class JsonSource : RowSource
{
    private readonly IReadOnlyList<Range> _records;
    private readonly JsonColumns _columns;
    private readonly JsonRow _row;
    private readonly RowWriter _writer;
    private int _next;

    public JsonSource(byte[] document, IReadOnlyList<Range> records, JsonColumns columns)
    {
        _records = records;
        _columns = columns;
        _row = new(document);
        _writer = new(Row);
    }

    public override bool Read()
    {
        if (_next == _records.Count)
            return false;
        _row.Read(_records[_next++], _columns, mayAdd: false);
        _writer.Start(_next);
        if (!_row.IsObject)
        {
            // Not blank, so that it is seen and rejected.
            _writer.Set(0, "?");
            Row.Defect = RowDefects.NotARecord;
            return true;
        }

        // Of many columns a record may hold few.
        var last = _columns.Names.Count - 1;
        for (var i = 0; i <= last; i++)
        {
            if (_row[i] is { } value)
                _writer.Set(i, value, _row.KindOf(i));
        }

        if (Row.Count <= last)
            _writer.Set(last, "");
        return true;
    }

    protected override void Dispose(bool disposing)
    {
    }
}
