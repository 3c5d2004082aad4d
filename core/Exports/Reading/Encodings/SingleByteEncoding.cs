using System.Text;

namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>An encoding of one byte a character, with each high byte's UTF-8 form.</summary>
internal sealed class SingleByteEncoding
{
    private readonly byte[][] _utf8 = new byte[128][];

    private SingleByteEncoding(string name, Encoding encoding)
    {
        Name = name;
        Encoding = encoding;
        for (var i = 0; i < 128; i++)
        {
            var text = encoding.GetString([(byte)(i + 128)]);
            Characters[i] = text[0];
            _utf8[i] = Encoding.UTF8.GetBytes(text);
        }
    }

    public static SingleByteEncoding Windows1252 { get; } = new("windows-1252", CodePage(1252));

    public static SingleByteEncoding Latin1 { get; } = new("iso-8859-1", Encoding.Latin1);

    public static SingleByteEncoding Ibm850 { get; } = new("ibm850", CodePage(850));

    public string Name { get; }

    public Encoding Encoding { get; }

    /// <summary>The characters of the bytes from 0x80.</summary>
    public char[] Characters { get; } = new char[128];

    public ReadOnlySpan<byte> Utf8Of(byte high) => _utf8[high - 128];

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)
        ?? throw new NotSupportedException($"Code page {number} is part of the framework.");
}
