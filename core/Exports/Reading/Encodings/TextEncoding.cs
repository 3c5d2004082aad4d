using System.Text;

namespace OpsAutomation.Exports.Reading.Encodings;

/// <summary>A text's encoding as detected.</summary>
/// <param name="Name">The name that is reported.</param>
/// <param name="BomLength">Bytes of the byte order mark.</param>
/// <param name="Whole">The encoding of the whole text; null for UTF-8 and for mixtures.</param>
/// <param name="Fallback">The encoding of what is not UTF-8 in a mixture, else null.</param>
/// <param name="FallbackBytes">How many bytes of a mixture are not UTF-8.</param>
internal sealed record TextEncoding(string Name, int BomLength, Encoding? Whole = null, SingleByteEncoding? Fallback = null, long FallbackBytes = 0)
{
    /// <summary>The stream's text as UTF-8, without its byte order mark.</summary>
    public Stream Open(Stream stream)
    {
        Span<byte> mark = stackalloc byte[4];
        _ = stream.ReadAtLeast(mark[..BomLength], BomLength, throwOnEndOfStream: false);
        if (Fallback is not null)
            return new MixedUtf8Stream(stream, Fallback);
        return Whole is null ? stream : Encoding.CreateTranscodingStream(stream, Whole, Encoding.UTF8);
    }

    /// <summary>A stream that takes UTF-8 and writes the encoding; the mark is written at once.</summary>
    public Stream Encode(Stream target)
    {
        ReadOnlySpan<byte> mark = BomLength == 0 ? [] : Whole is null ? "\ufeff"u8 : Whole.GetBytes("\ufeff");
        target.Write(mark);
        return Encoding.CreateTranscodingStream(target, Whole ?? Encoding.UTF8, Encoding.UTF8, leaveOpen: true);
    }
}
