using System.Text.Unicode;

namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>A text that is UTF-8 but for some bytes, which are read in a one-byte encoding, each by itself: no byte fails, none is lost.</summary>
internal sealed class MixedUtf8Stream(Stream inner, SingleByteEncoding fallback) : ForwardReadStream(inner)
{
    private const int BlockSize = 64 * 1024;

    // Every byte becomes at most three.
    private readonly byte[] _in = new byte[BlockSize];
    private readonly byte[] _out = new byte[BlockSize * 3];
    private int _kept;
    private int _read;
    private int _written;
    private bool _atEnd;

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

    private void Fill()
    {
        var got = Inner.Read(_in, _kept, _in.Length - _kept);
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
