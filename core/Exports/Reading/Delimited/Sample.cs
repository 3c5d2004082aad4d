namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>The beginning of a text, from which its layout is learnt.</summary>
internal sealed class Sample
{
    private const int Size = 512 * 1024;

    private readonly byte[] _bytes;
    private readonly bool _isWhole;

    private Sample(byte[] bytes, bool isWhole)
    {
        _bytes = bytes;
        _isWhole = isWhole;
    }

    public bool IsEmpty => _bytes.AsSpan().IndexOfAnyExcept(" \t\r\n\0"u8) < 0;

    public ReadOnlySpan<byte> Text => _bytes;

    public static Sample Of(Stream text)
    {
        var bytes = new byte[Size];
        var length = text.ReadAtLeast(bytes, Size, throwOnEndOfStream: false);
        return new(bytes[..length], length < Size);
    }

    /// <summary>The sample's rows, without one that the sample's end cuts.</summary>
    public IEnumerable<RowBuffer> Rows(char delimiter, bool quoting, string file, ReadingLimits limits)
    {
        // Where the wrong delimiter makes thousands of columns, that is no reason to refuse the file.
        using var rows = new DelimitedSource(new MemoryStream(_bytes, writable: false), file, delimiter, quoting, limits with { MaxColumns = int.MaxValue / 4 });
        var any = rows.Read();
        while (any)
        {
            var current = _isWhole ? rows.Row : rows.Row.Copy();
            if (_isWhole)
            {
                yield return current;
                any = rows.Read();
                continue;
            }

            any = rows.Read();
            // A quote left open by the cut is no defect of the row.
            if (any && current.Defect is null)
                yield return current;
        }
    }
}
