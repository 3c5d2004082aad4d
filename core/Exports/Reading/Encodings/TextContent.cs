namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>A text in whatever encoding, to be read as UTF-8 as often as needed.</summary>
internal sealed class TextContent
{
    private readonly Func<Stream> _open;
    private readonly TextEncoding _encoding;

    private TextContent(Func<Stream> open, TextEncoding encoding)
    {
        _open = open;
        _encoding = encoding;
    }

    /// <summary>The encoding's name, as in <see cref="ExportTable.Encoding"/>.</summary>
    public string Encoding => _encoding.Name;

    /// <summary>Reads the content once to find its encoding.</summary>
    public static TextContent Detect(Func<Stream> open)
    {
        using var stream = open();
        return new(open, EncodingDetector.Detect(stream));
    }

    /// <summary>Opens the text as UTF-8, without a byte order mark.</summary>
    public Stream Open() => _encoding.Open(_open());

    /// <summary>Takes UTF-8 and writes it to a stream in the text's encoding, its byte order mark first; a mixture of two becomes UTF-8. Leaves the stream open.</summary>
    public Stream Encode(Stream target) => _encoding.Encode(target);

    /// <summary>Tells the table's reader what was assumed.</summary>
    public void Warn(ExportTable table)
    {
        if (_encoding.Fallback is { } fallback)
        {
            table.Warn(
                $"{_encoding.FallbackBytes} bytes are not UTF-8 like the rest; they were read as {fallback.Name}.",
                $"{_encoding.FallbackBytes} octets ne sont pas en UTF-8 comme le reste\u00a0; ils ont été lus comme du {fallback.Name}.");
        }
    }
}
