namespace OpsAutomation.Exports.Reading;

/// <summary>One row: its bytes and where its fields lie. A source reuses the same one for every row.</summary>
internal sealed class RowBuffer
{
    public byte[] Bytes = [];
    public FieldSpan[] Spans = new FieldSpan[64];
    public CellKind[]? Kinds;
    public int Count;
    public int Line;
    public string? Defect;

    public ReadOnlySpan<byte> Field(int index)
    {
        if ((uint)index >= (uint)Count)
            return default;
        var span = Spans[index];
        return Bytes.AsSpan(span.Start, span.Length);
    }

    public CellKind KindOf(int index) => Kinds is null || (uint)index >= (uint)Count ? CellKind.Text : Kinds[index];

    public RowBuffer Copy()
    {
        var length = 0;
        for (var i = 0; i < Count; i++)
            length += Spans[i].Length;
        var copy = new RowBuffer { Bytes = new byte[length], Spans = new FieldSpan[Count], Kinds = Kinds?[..Count], Count = Count, Line = Line, Defect = Defect };
        var at = 0;
        for (var i = 0; i < Count; i++)
        {
            Field(i).CopyTo(copy.Bytes.AsSpan(at));
            copy.Spans[i] = new(at, Spans[i].Length);
            at += Spans[i].Length;
        }

        return copy;
    }

    /// <summary>The fields as text, for the few rows around a header.</summary>
    public string[] ToTexts()
    {
        var texts = new string[Count];
        for (var i = 0; i < Count; i++)
            texts[i] = System.Text.Encoding.UTF8.GetString(Field(i));
        return texts;
    }
}
