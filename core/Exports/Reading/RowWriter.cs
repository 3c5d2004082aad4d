using System.Text;
using System.Text.Unicode;

namespace OpsAutomation.Exports.Reading;

/// <summary>Fills a row's buffer with values that come from elsewhere than a text's own bytes.</summary>
internal sealed class RowWriter(RowBuffer row)
{
    private int _length;
    private int _open = -1;

    public void Start(int line)
    {
        _length = 0;
        _open = -1;
        row.Count = 0;
        row.Line = line;
        row.Defect = null;
        row.Kinds ??= new CellKind[row.Spans.Length];
    }

    /// <summary>Puts a value at a column; columns between are blank.</summary>
    public void Set(int column, ReadOnlySpan<char> value, CellKind kind = CellKind.Text)
    {
        Begin(column, kind);
        Append(value);
        End();
    }

    public void Set(int column, ReadOnlySpan<byte> utf8, CellKind kind = CellKind.Text)
    {
        Begin(column, kind);
        Append(utf8);
        End();
    }

    public void Begin(int column, CellKind kind)
    {
        if (column >= row.Spans.Length)
        {
            var size = Math.Max(column + 1, row.Spans.Length * 2);
            Array.Resize(ref row.Spans, size);
            Array.Resize(ref row.Kinds, size);
        }

        while (row.Count <= column)
        {
            row.Kinds![row.Count] = CellKind.Text;
            row.Spans[row.Count++] = default;
        }

        row.Kinds![column] = kind;
        row.Spans[column] = new(_length, 0);
        _open = column;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        Utf8.FromUtf16(text, row.Bytes.AsSpan(_length), out _, out var written);
        _length += written;
    }

    public void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(row.Bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Ends the value and returns its length in bytes.</summary>
    public int End()
    {
        var start = row.Spans[_open].Start;
        row.Spans[_open] = new(start, _length - start);
        return _length - start;
    }

    /// <summary>The bytes of the value so far.</summary>
    public int OpenLength => _length - row.Spans[_open].Start;

    private void Reserve(int bytes)
    {
        if (row.Bytes.Length - _length < bytes)
            Array.Resize(ref row.Bytes, Math.Max(row.Bytes.Length * 2, _length + bytes + 256));
    }
}
