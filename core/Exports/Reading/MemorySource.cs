namespace OpsAutomation.Exports.Reading;

/// <summary>Rows that are in memory already.</summary>
internal sealed class MemorySource(IReadOnlyList<RowBuffer> rows) : RowSource
{
    private int _next;

    public override bool Read()
    {
        if (_next == rows.Count)
            return false;
        var row = rows[_next++];
        Row.Bytes = row.Bytes;
        Row.Spans = row.Spans;
        Row.Kinds = row.Kinds;
        Row.Count = row.Count;
        Row.Line = row.Line;
        Row.Defect = row.Defect;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
    }
}
