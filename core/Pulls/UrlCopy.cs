using System.Security.Cryptography;
using System.Text;

namespace OpsAutomation.Pulls;

/// <summary>Copies what a link gave, unless it is the content that is known already or a page for people.</summary>
internal sealed class UrlCopy(string? known, long limit)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The hash of the content, once it is copied.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Copies.</summary>
    /// <exception cref="UnchangedException">It is the known content.</exception>
    /// <exception cref="WebPageException">It is HTML.</exception>
    /// <exception cref="FileTooLargeException">It is over the limit.</exception>
    public async Task RunAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferSize];
        long copied = 0;
        while (await from.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false) is > 0 and var read)
        {
            if (copied == 0 && IsWebPage(buffer.AsSpan(0, read)))
                throw new WebPageException();
            copied += read;
            if (copied > limit)
                throw new FileTooLargeException();
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        Hash = Convert.ToHexStringLower(hash.GetHashAndReset());
        if (Hash == known)
            throw new UnchangedException();
    }

    private static bool IsWebPage(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith(Encoding.UTF8.Preamble))
            start = start[Encoding.UTF8.Preamble.Length..];
        start = start.TrimStart(" \t\r\n"u8);
        var text = Encoding.ASCII.GetString(start[..Math.Min(start.Length, 16)]);
        return text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The content is the known one.</summary>
    internal sealed class UnchangedException() : Exception("The content is the known one.");

    /// <summary>The content is a page for people.</summary>
    internal sealed class WebPageException() : Exception("The content is a web page.");
}
