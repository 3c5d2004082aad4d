using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>
/// Splits UTF-8 text into rows and fields in one reused buffer. Thirty-two bytes are looked at together; only delimiters, line ends and
/// quotes are visited one by one. A quote opens a field only at the field's start; elsewhere it is text.
/// </summary>
internal sealed partial class DelimitedSource : RowSource
{
    private const int Vector = 32;
    private const int FirstCapacity = 256 * 1024;
    private const int NeedsMoreText = -1;
    private const int Unterminated = -2;

    private readonly Stream _text;
    private readonly string _file;
    private readonly byte _delimiter;
    private readonly bool _quoting;
    private readonly ReadingLimits _limits;
    private readonly int _maxRowBytes;
    private byte[] _buffer = new byte[FirstCapacity + Vector];
    private int _pos;
    private int _end;
    private bool _atEnd;
    private int _line = 1;
    private int _literalFrom;
    private int _literalOpening;
    private FieldFix[] _fixes = new FieldFix[16];
    private int _fixCount;

    /// <param name="text">The text in UTF-8 without a byte order mark; disposed with the source.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="delimiter">The delimiter.</param>
    /// <param name="quoting">Whether quotes mean anything.</param>
    /// <param name="limits">The limits of fields and columns.</param>
    public DelimitedSource(Stream text, string file, char delimiter, bool quoting, ReadingLimits limits)
    {
        _text = text;
        _file = file;
        _delimiter = (byte)delimiter;
        _quoting = quoting;
        _limits = limits;
        _maxRowBytes = (int)Math.Min(2L * limits.MaxFieldBytes, int.MaxValue / 2);
    }

    public override bool Read()
    {
        Row.Defect = null;
        _literalFrom = int.MaxValue;
        while (true)
        {
            _fixCount = 0;
            switch (Scan(out var next, out var lines))
            {
                case ScanResult.Row:
                    Row.Bytes = _buffer;
                    Row.Line = _line;
                    CheckFields();
                    for (var i = 0; i < _fixCount; i++)
                        Row.Spans[_fixes[i].Field] = QuotedField.Fix(_buffer, Row.Spans[_fixes[i].Field], _fixes[i].Ending);
                    _line += lines;
                    _pos = next;
                    return true;
                case ScanResult.End:
                    return false;
                case ScanResult.NeedsMore:
                    if (!Refill())
                        TakeQuoteAsText();
                    break;
                default:
                    TakeQuoteAsText();
                    break;
            }
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _text.Dispose();
    }

    private ScanResult Scan(out int next, out int lines)
    {
        ref var start = ref MemoryMarshal.GetArrayDataReference(_buffer);
        var delimiters = Vector256.Create(_delimiter);
        var lineFeeds = Vector256.Create((byte)'\n');
        var returns = Vector256.Create((byte)'\r');
        // Without quoting the delimiter is simply looked for twice.
        var quotes = Vector256.Create(_quoting ? (byte)'"' : _delimiter);
        var rowStart = _pos;
        var fieldStart = _pos;
        var pos = _pos;
        var count = 0;
        var end = _end;
        var delimiter = _delimiter;
        var room = Row.Spans.Length - 1;
        ref var spans = ref MemoryMarshal.GetArrayDataReference(Row.Spans);
        next = 0;
        lines = 1;
        _literalOpening = -1;
        while (pos < end)
        {
            var block = Vector256.LoadUnsafe(ref start, (nuint)pos);
            var mask = (Vector256.Equals(block, delimiters) | Vector256.Equals(block, lineFeeds)
                | Vector256.Equals(block, returns) | Vector256.Equals(block, quotes)).ExtractMostSignificantBits();
            if (end - pos < Vector)
                mask &= (1u << (end - pos)) - 1;
            while (mask != 0)
            {
                var at = pos + BitOperations.TrailingZeroCount(mask);
                mask &= mask - 1;
                var found = Unsafe.Add(ref start, at);
                if (found == delimiter)
                {
                    if (count >= room)
                        spans = ref GrowSpans(count, out room);
                    Unsafe.Add(ref spans, count++) = new(fieldStart, at - fieldStart);
                    fieldStart = at + 1;
                    continue;
                }

                if (found == (byte)'"')
                {
                    if (at != fieldStart || at - rowStart >= _literalFrom)
                        continue;
                    var closing = FindClosing(at, ref lines, out var content, out var ending);
                    if (closing < 0)
                    {
                        _literalOpening = at - rowStart;
                        return closing == NeedsMoreText ? ScanResult.NeedsMore : ScanResult.QuoteIsText;
                    }

                    if (count >= room)
                        spans = ref GrowSpans(count, out room);
                    if (ending != QuoteEnding.Plain)
                        AddFix(count, ending);
                    Unsafe.Add(ref spans, count) = content;
                    if (closing < end && Unsafe.Add(ref start, closing) == delimiter)
                    {
                        count++;
                        pos = fieldStart = closing + 1;
                        goto NextBlock;
                    }

                    Row.Count = count + 1;
                    return EndRow(closing, out next);
                }

                Unsafe.Add(ref spans, count) = new(fieldStart, at - fieldStart);
                Row.Count = count + 1;
                return EndRow(at, out next);
            }

            pos += Vector;
        NextBlock:;
        }

        if (!_atEnd)
            return ScanResult.NeedsMore;
        if (fieldStart == _end && count == 0)
            return ScanResult.End;
        Unsafe.Add(ref spans, count) = new(fieldStart, end - fieldStart);
        Row.Count = count + 1;
        next = _end;
        return ScanResult.Row;
    }

    /// <summary>Ends the row at a line end or at the end of the text; a return may belong to a line feed not read yet.</summary>
    private ScanResult EndRow(int at, out int next)
    {
        next = at;
        if (at >= _end)
            return ScanResult.Row;
        next = at + 1;
        if (_buffer[at] != (byte)'\r')
            return ScanResult.Row;
        if (next >= _end)
            return _atEnd ? ScanResult.Row : ScanResult.NeedsMore;
        if (_buffer[next] == (byte)'\n')
            next++;
        return ScanResult.Row;
    }

    /// <summary>Reads more text behind the row that is being read; false when the row has no room to grow.</summary>
    private bool Refill()
    {
        var kept = _end - _pos;
        if (kept > 0 && _pos > 0)
            Buffer.BlockCopy(_buffer, _pos, _buffer, 0, kept);
        _pos = 0;
        _end = kept;
        var capacity = _buffer.Length - Vector;
        if (kept == capacity)
        {
            if (kept >= _maxRowBytes)
                return false;
            var larger = new byte[(int)Math.Min(2L * capacity, _maxRowBytes) + Vector];
            Buffer.BlockCopy(_buffer, 0, larger, 0, kept);
            _buffer = larger;
            capacity = larger.Length - Vector;
        }

        while (_end < capacity)
        {
            var read = _text.Read(_buffer, _end, capacity - _end);
            if (read == 0)
            {
                _atEnd = true;
                break;
            }

            _end += read;
        }

        return true;
    }

    private void CheckFields()
    {
        if (Row.Count > _limits.MaxColumns)
            throw Oversize.Columns(_file, _line, _limits.MaxColumns);
        if (_buffer.Length <= _limits.MaxFieldBytes)
            return;
        for (var i = 0; i < Row.Count; i++)
        {
            if (Row.Spans[i].Length > _limits.MaxFieldBytes)
                throw Oversize.Field(_file, _line, _limits.MaxFieldBytes);
        }
    }

    /// <summary>Makes room for more fields; one place is always left for the row's last.</summary>
    private ref FieldSpan GrowSpans(int count, out int room)
    {
        if (count > _limits.MaxColumns)
            throw Oversize.Columns(_file, _line, _limits.MaxColumns);
        Array.Resize(ref Row.Spans, Row.Spans.Length * 2);
        room = Row.Spans.Length - 1;
        return ref MemoryMarshal.GetArrayDataReference(Row.Spans);
    }

    private enum ScanResult
    {
        Row,
        End,
        NeedsMore,
        QuoteIsText,
    }
}
