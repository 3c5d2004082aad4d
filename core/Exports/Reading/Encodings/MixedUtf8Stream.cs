using System.Text.Unicode;

namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>A text that is UTF-8 but for some bytes, which are read in a one-byte encoding, each by itself: no byte fails, none is lost.</summary>
internal sealed class MixedUtf8Stream(Stream inner, SingleByteEncoding fallback) : Stream
{
    private const int BlockSize = 64 * 1024;

    // Every byte becomes at most three.
    private readonly byte[] _in = new byte[BlockSize];
    private readonly byte[] _out = new byte[BlockSize * 3];
    private int _kept;
    private int _read;
    private int _written;
    private bool _atEnd;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (_read == _written)
        {
            if (_atEnd)
                return 0;
            Fill();
        }

        var count = Math.Min(buffer.Length, _written - _read);
        _out.AsSpan(_read, count).CopyTo(buffer);
        _read += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private void Fill()
    {
        var got = inner.Read(_in, _kept, _in.Length - _kept);
        _atEnd = got == 0;
        var text = _in.AsSpan(0, _kept + got);
        _read = 0;
        _kept = 0;
        if (Utf8.IsValid(text))
        {
            text.CopyTo(_out);
            _written = text.Length;
            return;
        }

        _written = 0;
        while (text.Length > 0)
        {
            var ascii = text.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii != 0)
            {
                ascii = ascii < 0 ? text.Length : ascii;
                Append(text[..ascii]);
                text = text[ascii..];
                continue;
            }

            var sequence = Utf8Sequence.Length(text);
            if (sequence < 0 && !_atEnd)
            {
                text.CopyTo(_in);
                _kept = text.Length;
                return;
            }

            Append(sequence > 0 ? text[..sequence] : fallback.Utf8Of(text[0]));
            text = text[Math.Max(1, sequence)..];
        }
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(_out.AsSpan(_written));
        _written += utf8.Length;
    }
}
